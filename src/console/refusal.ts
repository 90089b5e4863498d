/** What a request is refused with: a value that becomes an answer with its status and a sentence in the person's language. */
import type { Language } from "../model/text.ts";
import type { ErrorCode, ErrorView } from "./api.ts";

interface Reason {
  readonly code: ErrorCode;
  readonly en: string;
  readonly "zh-CN": string;
}

const reasons = {
  bad_request: { code: "bad_request", en: "This request cannot be read", "zh-CN": "请求无法识别" },
  bad_password: { code: "bad_request", en: "A password has 10 to 200 characters", "zh-CN": "密码须为10至200个字符" },
  wrong_login: { code: "unauthorized", en: "Name or password is wrong", "zh-CN": "用户名或密码错误" },
  no_session: { code: "unauthorized", en: "Please sign in", "zh-CN": "请先登录" },
  no_account: { code: "forbidden", en: "You have no account here", "zh-CN": "您在此没有账户" },
  role: { code: "forbidden", en: "Your role does not permit this", "zh-CN": "您的权限不足" },
  elsewhere: {
    code: "forbidden",
    en: "This page must be opened by its own address",
    "zh-CN": "请通过本页面自身的地址访问",
  },
  csrf: {
    code: "csrf",
    en: "This request did not come from this page; load it anew",
    "zh-CN": "请求并非来自本页面，请刷新",
  },
  not_found: { code: "not_found", en: "There is no such thing here", "zh-CN": "未找到" },
  name_taken: { code: "conflict", en: "There is an account of this name", "zh-CN": "该用户名已存在" },
  set_up: { code: "conflict", en: "The first account has been made", "zh-CN": "首个账户已创建" },
  last_admin: {
    code: "conflict",
    en: "Somebody must be left who may manage accounts",
    "zh-CN": "必须至少保留一个可管理账户的人",
  },
  too_large: { code: "too_large", en: "This request is too large", "zh-CN": "请求过大" },
  too_many: { code: "too_many", en: "Too often: please wait a moment", "zh-CN": "操作过于频繁，请稍候" },
  commands_off: { code: "commands_off", en: "Terminals cannot be asked from here", "zh-CN": "此处无法向终端发送命令" },
  unavailable: { code: "unavailable", en: "The database cannot be reached at the moment", "zh-CN": "数据库暂时不可用" },
  internal: { code: "internal", en: "Something went wrong here", "zh-CN": "服务器内部错误" },
} as const satisfies Record<string, Reason>;

export type RefusalReason = keyof typeof reasons;

/** No body of a request can bear it. */
const mark = Symbol("refusal");

export interface Refusal {
  readonly [mark]: true;
  readonly reason: RefusalReason;
  /** Which part of the request, or why, in words of the program. */
  readonly detail?: string;
}

export function refuse(reason: RefusalReason, detail?: string): Refusal {
  return { [mark]: true, reason, ...(detail === undefined ? {} : { detail }) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && mark in value;
}

export const statusOf = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  csrf: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  commands_off: 409,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

export function codeOf({ reason }: Refusal): ErrorCode {
  return reasons[reason].code;
}

export function errorView({ reason, detail }: Refusal, language: Language): ErrorView {
  const { code, [language]: sentence } = reasons[reason];
  const colon = language === "en" ? ": " : "：";
  return { error: { code, message: detail === undefined ? sentence : `${sentence}${colon}${detail}` } };
}
