/** What observations of programs and their changes say in words. */
import { type SignTexts, sign } from "../../sign.ts";

export const softwareSigns: SignTexts = {
  application_errs: {
    en: sign("application reports an error of its own", "application reports no error"),
    "zh-CN": sign("应用报自身错误", "应用未报错"),
  },
  application_crashes: {
    en: sign("application crashes or hangs", "application does not crash often"),
    "zh-CN": sign("应用崩溃或无响应", "应用未频繁崩溃"),
  },
  application_changed: {
    en: sign("application or parameters changed lately", "application and parameters unchanged"),
    "zh-CN": sign("应用或参数近期变更", "应用与参数未变"),
  },
  system_changed: {
    en: sign("system updated lately", "system unchanged"),
    "zh-CN": sign("系统近期更新", "系统未更新"),
  },
  trouble_since_application: {
    en: sign("trouble began with the change of the application", "trouble did not begin with that change"),
    "zh-CN": sign("应用变更后开始出错", "并非应用变更后开始"),
  },
  trouble_since_system: {
    en: sign("trouble began with the system update", "trouble did not begin with the update"),
    "zh-CN": sign("系统更新后开始出错", "并非系统更新后开始"),
  },
  version_fails_alone: {
    en: sign("only this version fails", "not only this version fails"),
    "zh-CN": sign("只有此版本失败", "不止此版本失败"),
  },
  version_fails_everywhere: {
    en: sign("this version fails on many terminals", "this version works elsewhere"),
    "zh-CN": sign("同版本大量终端失败", "同版本其他终端正常"),
  },
  application_too_old: {
    en: sign("version older than the acquirer requires", "version new enough"),
    "zh-CN": sign("版本低于要求", "版本符合要求"),
  },
  unsupported_for_many: {
    en: sign("several cards not supported or not authenticated", "several cards do not fail so"),
    "zh-CN": sign("多张卡不支持或认证失败", "没有多张卡如此"),
  },
  function_missing: {
    en: sign("application does not have this function", "application has this function"),
    "zh-CN": sign("应用不支持此功能", "应用支持此功能"),
  },
  maximum_passed: {
    en: sign("application says the amount is too large", "application does not call it too large"),
    "zh-CN": sign("应用提示超过最高金额", "应用未提示金额过大"),
  },
};
