/**
 * Words by which a sentence puts a number in the place of another: what stands before the old number, and what stands behind it. By
 * language, in lower case; of several words, a space stands between. Data only; the logic is in `stories/`.
 */
export const replacedNumbers: Readonly<Record<string, { readonly before: string; readonly behind: string }>> = {
  en: { before: 'not, instead of, rather than, up from, down from, from, compared with, against', behind: '' },
  de: { before: 'nicht, statt, anstatt, anstelle von, gegenüber, von', behind: '' },
  es: {
    before: 'no, no de, en lugar de, en vez de, frente a, frente a los, frente a las, de, de los, de las',
    behind: '',
  },
  fr: { before: 'non, non pas, pas, au lieu de, contre, de', behind: '' },
  ru: { before: 'не, а не, вместо, против, с', behind: '' },
  zh: { before: '不是, 而非, 而不是, 由, 从, 由原来的, 此前的, 之前的, 原来的', behind: '' },
  ko: { before: '', behind: '에서, 이 아니라, 가 아니라, 이 아닌, 가 아닌, 보다' },
};

/** Words before a day that say that it was the first plan, which another took the place of. */
export const firstPlans: Readonly<Record<string, readonly string[]>> = {
  en: ['originally', 'initially', 'original', 'previously'],
  de: ['ursprünglich', 'ursprüngliche', 'ursprünglichen', 'zunächst', 'eigentlich'],
  es: ['inicialmente', 'originalmente', 'en un principio', 'en principio'],
  fr: ['initialement', "à l'origine", 'au départ'],
  ru: ['первоначально', 'изначально', 'ранее планировалось'],
  zh: ['原定', '原计划', '原本', '原先'],
  ko: ['당초', '애초', '원래'],
};

/** Words beside a number that make it a part of a greater one: one more, further ones. */
export const furtherCounts: Readonly<Record<string, readonly string[]>> = {
  en: ['more', 'further', 'another', 'additional', 'others', 'last', 'remaining'],
  de: ['weitere', 'weiterer', 'weiteren', 'weiteres', 'zusätzliche', 'letzten'],
  es: ['más', 'otros', 'otras', 'otro', 'otra', 'adicionales', 'últimos', 'últimas'],
  fr: ['autres', 'autre', 'supplémentaires', 'de plus', 'derniers', 'dernières'],
  ru: ['ещё', 'еще', 'дополнительно', 'последних', 'последние'],
  zh: ['另有', '另外', '又有', '再有', '最后'],
  ko: ['추가로', '또', '마지막'],
};
