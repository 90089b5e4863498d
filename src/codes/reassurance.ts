/** Words of somebody who has nothing to complain of: all is well by now, or does it matter. */

const well =
  /(现在|目前|今天|今早|后来|之后|以后|至今|一直).{0,6}(?<!不)(正常|挺好|没事|没问题|稳定|没出过?问题|都读得出)|现在(来电|有电|有网|有信号)了|没(啥|什么|别的)事|这边没事|倒(是)?都?(正常|成功)|(now|since( then)?|today|again|always).{0,20}(fine|ok\b|normal|well)|(all|everything).{0,12}(fine|ok\b|well|normal)|已经?[^不没]{0,2}(付|刷|收|弄)(好|成功|上)了|works (fine|well)|(ok|fine|normal) (now|again)/i;
const asksWhether =
  /要不?要?紧|靠谱|够不够|(就|随便|只是)问问|回访|(会不会|有没有)(有)?(什么)?影响|有影响吗|正常吗|does it matter|just (asking|wondering)|is (it|that|this) (serious|a problem)/i;
const why = /为什么|为啥|怎么回事|什么原因|咋回事|why|what (was|happened)/i;
const bad =
  /(刷|用|付|打|连|读|收|退|开|印)(卡|款)?不(了|上|出|动|到|通|成)|不(行|能|灵|正常)|没(到账|反应|网|信号|纸)|还是|老是|总是|失败|闪退|死机|报错|很慢|太慢|fails?\b|not work|slow/i;

const clausesOf = (text: string): readonly string[] => text.split(/[,，.。;；!！?？、\s]+|但是?|可是|不过|就是(?!说)/);

/** Whoever asks for the reason wants to hear of the trouble, over or not. */
export const asksWhy = (text: string): boolean => why.test(text);

/** Nothing bad is said after it, and nobody asks why. */
export function isReassuring(text: string): boolean {
  if (asksWhy(text)) return false;
  const clauses = /[\u4e00-\u9fff]/.test(text) ? clausesOf(text) : text.split(/[,.;!?]|\bbut\b/);
  const at = clauses.findLastIndex((clause) => well.test(clause) || asksWhether.test(clause));
  return at >= 0 && !clauses.slice(at + 1).some((clause) => bad.test(clause));
}
