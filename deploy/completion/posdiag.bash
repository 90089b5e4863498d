# bash completion for posdiag                                   -*- shell-script -*-
# Written by deploy/docs.ts from the commands' help; `posdiag completion bash` prints the same.

_posdiag() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local first=${COMP_WORDS[1]-} second=${COMP_WORDS[2]-} words="" depth=0 options="" paths="" valued="" take_path=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "agent status diagnose answer alarms explain faults replay modem config data doctor support completion collector console --help --version" -- "$cur")
    return
  fi
  if ((COMP_CWORD == 2)); then
    case $first in
      alarms) words="ack close shelve unshelve" ;;
      modem) words="probe at parse" ;;
      config) words="check" ;;
      data) words="pack show install list back" ;;
      support) words="watch run bundle keygen audit decode code-key list show export" ;;
      console) words="user" ;;
    esac
    second=""
  fi
  case "$first $second" in
    "alarms ack") depth=2; options="--note --by --socket --config --lang --json -h --help"; paths="--socket --config"; valued="--note --by" ;;
    "alarms close") depth=2; options="--note --by --socket --config --lang --json -h --help"; paths="--socket --config"; valued="--note --by" ;;
    "alarms shelve") depth=2; options="--note --hours --by --socket --config --lang --json -h --help"; paths="--socket --config"; valued="--note --hours --by" ;;
    "alarms unshelve") depth=2; options="--note --by --socket --config --lang --json -h --help"; paths="--socket --config"; valued="--note --by" ;;
    "modem probe") depth=2; options="--baud --json -h --help"; valued="--baud" ;;
    "modem at") depth=2; options="--baud --plain -h --help"; valued="--baud" ;;
    "modem parse") depth=2; options="-h --help" ;;
    "config check") depth=2; options="--json -h --help"; take_path="yes" ;;
    "data pack") depth=2; options="--key --name --version --out --agent-from --agent-below --tenant --json -h --help"; paths="--key --out"; valued="--name --version --agent-from --agent-below" ;;
    "data show") depth=2; options="--keys --section --json -h --help"; paths="--keys"; valued="--section"; take_path="yes" ;;
    "data install") depth=2; options="--config --force-older --json -h --help"; paths="--config"; take_path="yes" ;;
    "data list") depth=2; options="--config --json -h --help"; paths="--config" ;;
    "data back") depth=2; options="--config --json -h --help"; paths="--config" ;;
    "support watch") depth=2; options="--broker --ca --cert --key-file --username --password-file --tenant --terminal --lang --ack --count --timeout --json -h --help"; paths="--ca --cert --key-file --password-file"; valued="--broker --username --tenant --terminal --count --timeout" ;;
    "support run") depth=2; options="--broker --ca --cert --key-file --username --password-file --tenant --terminal --key --who --timeout --json -h --help"; paths="--ca --cert --key-file --password-file --key"; valued="--broker --username --tenant --terminal --who --timeout" ;;
    "support bundle") depth=2; options="--broker --ca --cert --key-file --username --password-file --tenant --terminal --key --who --timeout --out --again --json -h --help"; paths="--ca --cert --key-file --password-file --key --out"; valued="--broker --username --tenant --terminal --who --timeout --again" ;;
    "support keygen") depth=2; options="--out --name --may --json -h --help"; paths="--out"; valued="--name --may" ;;
    "support audit") depth=2; options="--head --json -h --help"; valued="--head"; take_path="yes" ;;
    "support decode") depth=2; options="--key --keys --public --tenant --serial --terminals --seen --lang --json -h --help"; paths="--key --keys --public --terminals --seen"; valued="--tenant --serial" ;;
    "support code-key") depth=2; options="--new --fleet --tenant --serial --out -h --help"; paths="--new --fleet --out"; valued="--tenant --serial" ;;
    "console user") depth=2; options="--database --role --tenant --proxy -h --help"; valued="--database --role --tenant" ;;
    "support list") depth=2; options="--database --broker --ca --cert --key-file --username --password-file --timeout --state --fault --tenant --shop --region --acquirer --carrier --version --limit --lang --json -h --help"; paths="--ca --cert --key-file --password-file"; valued="--database --broker --username --timeout --state --fault --tenant --shop --region --acquirer --carrier --version --limit" ;;
    "support show") depth=2; options="--database --broker --ca --cert --key-file --username --password-file --timeout --lang --json -h --help"; paths="--ca --cert --key-file --password-file"; valued="--database --broker --username --timeout" ;;
    "support export") depth=2; options="--database --prometheus --catm --json --lang -h --help"; valued="--database --catm" ;;
    "agent "*) depth=1; options="--config --state -h --help"; paths="--config --state" ;;
    "status "*) depth=1; options="--socket --config --json -h --help"; paths="--socket --config" ;;
    "diagnose "*) depth=1; options="--lang --active --code --qr --socket --config --json -h --help"; paths="--qr --socket --config" ;;
    "answer "*) depth=1; options="--socket --config -h --help"; paths="--socket --config" ;;
    "alarms "*) depth=1; options="--all --socket --config --lang --json -h --help"; paths="--socket --config" ;;
    "explain "*) depth=1; options="--lang --codes --catalogue --json -h --help"; paths="--codes --catalogue"; take_path="yes" ;;
    "faults "*) depth=1; options="--lang --catalogue --json -h --help"; paths="--catalogue" ;;
    "replay "*) depth=1; options="--check --catalogue --codes --lang --json -h --help"; paths="--catalogue --codes"; take_path="yes" ;;
    "doctor "*) depth=1; options="--config --lang --json --offline --user -h --help"; paths="--config"; valued="--user" ;;
    "completion "*) depth=1; options="-h --help" ;;
    "collector "*) depth=1; options="--broker --ca --cert --key-file --username --password-file --database --group --name --key --keep-records --keep-samples --keep-cases --metrics -h --help"; paths="--ca --cert --key-file --password-file --key"; valued="--broker --username --database --group --name --keep-records --keep-samples --keep-cases" ;;
    "console "*) depth=1; options="--database --listen --tls-cert --tls-key --insecure-behind-proxy --trust-user-header --trust-from --metrics-token --key --broker --ca --cert --key-file --username --password-file --collect --page -h --help"; paths="--tls-cert --tls-key --metrics-token --key --ca --cert --key-file --password-file --page"; valued="--database --listen --trust-user-header --trust-from --broker --username" ;;
  esac
  if ((COMP_CWORD == 2)) && [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words $options" -- "$cur")
    return
  fi
  ((depth > 0 && COMP_CWORD > depth)) || return
  case " $paths " in *" $prev "*)
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    return ;;
  esac
  if [[ $prev == --lang ]]; then
    mapfile -t COMPREPLY < <(compgen -W "zh-CN en" -- "$cur")
    return
  fi
  case " $valued " in *" $prev "*) return ;; esac
  if [[ $cur == -* || -z $take_path ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}

complete -F _posdiag posdiag
