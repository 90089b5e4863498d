/**
 * The smallest policy that deploy/android/sepolicy compiles in: classes with the permissions that it names, the platform's types and
 * attributes that it refers to, and the platform's macros reduced to what they are about. It shows that the outline is whole and spelt
 * right; what the platform forbids (neverallow) only the platform's own policy can tell: docs/android.md says how that was asked.
 */

const classes: Readonly<Record<string, string>> = {
  process: "execmem transition",
  dir: "search read write open getattr add_name remove_name create rename rmdir setattr",
  file: "read write open getattr map create rename unlink setattr append lock ioctl execute entrypoint execute_no_trans",
  sock_file: "read write open getattr create unlink setattr",
  chr_file: "read write open getattr ioctl lock append map",
  unix_stream_socket: "connectto create read write",
  service_manager: "find",
};

const attributes =
  "domain coredomain appdomain netdomain exec_type file_type system_file_type data_file_type core_data_file_type dev_type property_type proc_net_type";
const types =
  "device sysfs_net sysfs_thermal proc_meminfo proc_stat proc_uptime proc_version app_api_service radio_service system_boot_reason_prop platform_app";

/** Numbers as in linux/asm-generic/ioctls.h. */
const ioctls: Readonly<Record<string, string>> = {
  unpriv_tty_ioctls: "{ 0x5401 0x5402 0x540b }",
  ...{
    TCGETS2: "0x542a",
    TCSETS2: "0x542b",
    TCSBRK: "0x5409",
    TCSBRKP: "0x5425",
    TIOCEXCL: "0x540c",
    TIOCNXCL: "0x540d",
  },
  ...{ TIOCMGET: "0x5415", TIOCMSET: "0x5418", TIOCSBRK: "0x5427", TIOCCBRK: "0x5428", FIONREAD: "0x541b" },
};

const permissions: Readonly<Record<string, string>> = {
  r_dir_perms: "{ open getattr read search }",
  rw_dir_perms: "{ open getattr read search write add_name remove_name }",
  create_dir_perms: "{ create open getattr setattr read search write add_name remove_name rename rmdir }",
  r_file_perms: "{ getattr open read ioctl lock map }",
  rw_file_perms: "{ getattr open read ioctl lock map append write }",
  create_file_perms: "{ create rename setattr unlink getattr open read write append lock }",
};

const macros: Readonly<Record<string, string>> = {
  init_daemon_domain: "allow init $1:process transition; allow $1 $1_exec:file { entrypoint read execute map };",
  net_domain: "typeattribute $1 netdomain;",
  app_domain: "typeattribute $1 appdomain;",
  system_internal_prop: "type $1, property_type;",
  r_dir_file: "allow $1 $2:dir { open getattr read search }; allow $1 $2:file { getattr open read };",
  get_prop: "allow $1 $2:file { getattr open read map };",
};

const define = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([name, text]) => `define(\`${name}', \`${text}')`);
const each = (names: string, line: (name: string) => string) => names.split(" ").map(line);

/** m4's input; `rules` are the files of the outline, one behind the other. */
export function stubbedPolicy(rules: string): string {
  const names = Object.keys(classes);
  // `create_file_perms` and others go to sockets, too, which lack some of their permissions: all classes of files know all.
  const ofFiles = [
    ...new Set(["file", "sock_file", "chr_file"].flatMap((name) => (classes[name] ?? "").split(" "))),
  ].join(" ");
  const permissionsOf = (name: string) => (name.endsWith("file") ? ofFiles : classes[name]);
  return [
    ...define(ioctls),
    ...define(permissions),
    ...define(macros),
    ...names.map((name) => `class ${name}`),
    "sid kernel",
    ...names.map((name) => `class ${name} { ${permissionsOf(name)} }`),
    ...each(attributes, (name) => `attribute ${name};`),
    ...each(types, (name) => `type ${name};`),
    "type init, domain;",
    rules,
    "role r;",
    "role r types domain;",
    "user u roles { r };",
    "sid kernel u:r:init",
    "",
  ].join("\n");
}
