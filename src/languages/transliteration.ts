/**
 * How names sound across scripts, by the classes of their consonants: K (k g q c), T (t d), P (p b f v), S (s z j ch sh), L (l
 * r), M, N. Vowels, h, w and y are left out, since every script writes them differently. Data only.
 */

/** Characters that Chinese uses to write the sound of foreign names (Xinhua's name table), by the consonants they stand for. */
export const chineseSounds: Readonly<Record<string, string>> = {
  '': '阿埃艾爱奥澳厄哈海赫胡华怀惠霍欧瓦威韦维沃乌伍武雅亚耶叶伊尤约',
  N: '安恩汉亨纳娜内尼妮宁纽诺温文因英',
  K: '盖戈哥格古基加卡凯柯科克库考',
  KN: '冈根金坎康肯孔昆',
  T: '达戴道德迪蒂杜多塔泰特提图托',
  TN: '丹登丁敦顿坦汤廷',
  P: '巴白贝比彼波伯博布法菲费佛弗福夫帕佩皮珀普',
  PN: '班本宾范芬潘彭',
  S: '查贾杰奇琪乔切撒萨塞赛瑟沙莎舍史斯丝苏索西希夏肖谢泽扎朱茨兹佐',
  SN: '简琼桑圣松辛詹珍',
  L: '尔拉莱劳勒雷里利莉丽卢鲁路罗洛',
  LN: '兰朗林琳伦',
  M: '马玛麦迈梅米密莫默姆穆',
  MN: '曼蒙',
};

/** What spells out an r at the end of a foreign name that Latin letters write and many readers do not hear: "莫尔" for "moor". */
export const chineseSpelledR = '尔';

/** Last characters of Chinese names of places, which say what the place is: county, city, village, island, bridge. */
export const chinesePlaceEnds = '县縣市镇鎮村省州岛島港桥橋湖';

/** First and last consonants of a Korean syllable in the order of Unicode, by their class; `-` is silent. */
export const koreanFirstSounds = 'KKNTTLMPPSS-SSSKTP-';
export const koreanLastSounds = '-KKKNNNTLLLLLLLLMPPTTNTTKTP-';

/** The same for the letters of Russian; vowels and signs are silent. */
export const russianSounds: Readonly<Record<string, string>> = {
  K: 'кг',
  T: 'тд',
  P: 'пбфв',
  S: 'сзжчшщц',
  L: 'лр',
  M: 'м',
  N: 'н',
};
