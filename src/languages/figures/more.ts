import type { FigureWords } from '../language.ts';
import { words } from '../language.ts';

/** Words of one unit as a table. */
const each = (list: string, unit: string): Record<string, string> =>
  Object.fromEntries(words(list).map((word) => [word, unit]));
const signs = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₩': 'KRW', '₽': 'RUB' };
const none = { countedEndings: [], units: { km: 'km', kg: 'kg' } };

/** Spanish words of figures. */
export const figuresEs: FigureWords = {
  ...none,
  numbers: {
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    doce: 12,
    quince: 15,
    veinte: 20,
    treinta: 30,
  },
  scales: { mil: 1_000, millón: 1_000_000, millones: 1_000_000 },
  percents: ['%', 'por ciento'],
  currencies: { ...signs, euros: 'EUR', dólares: 'USD', pesos: 'MXN' },
  counted: {
    ...each(
      'personas niños mujeres hombres soldados casas viviendas puentes empleos vehículos familias aviones trabajadores votos',
      '',
    ),
    ...each('muertos fallecidos', 'deaths'),
    ...each('heridos', 'injured'),
  },
  before: { ...each('murieron mató fallecieron', 'deaths'), ...each('hirió', 'injured') },
  links: ['de'],
  stops: words('y o en de del que el la los las con por para se su un una años días horas meses'),
  decimalComma: true,
};

/** French words of figures. */
export const figuresFr: FigureWords = {
  ...none,
  numbers: {
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    douze: 12,
    quinze: 15,
    vingt: 20,
    trente: 30,
  },
  scales: { mille: 1_000, million: 1_000_000, millions: 1_000_000, milliard: 1_000_000_000, milliards: 1_000_000_000 },
  percents: ['%', 'pour cent'],
  currencies: { ...signs, euros: 'EUR', dollars: 'USD' },
  counted: {
    ...each(
      'personnes enfants femmes hommes soldats maisons ponts emplois véhicules familles avions salariés voix',
      '',
    ),
    ...each('morts tués', 'deaths'),
    ...each('blessés', 'injured'),
  },
  before: { ...each('tué', 'deaths'), ...each('blessé', 'injured') },
  links: ['des', 'de'],
  stops: words('et ou dans de du des que qui le la les avec pour sur un une ans jours heures mois'),
  decimalComma: true,
};

/** German words of figures. */
export const figuresDe: FigureWords = {
  ...none,
  numbers: {
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwölf: 12,
    zwanzig: 20,
    dreißig: 30,
  },
  scales: {
    tausend: 1_000,
    million: 1_000_000,
    millionen: 1_000_000,
    milliarde: 1_000_000_000,
    milliarden: 1_000_000_000,
  },
  percents: ['%', 'prozent'],
  currencies: { ...signs, euro: 'EUR', dollar: 'USD', franken: 'CHF' },
  counted: {
    ...each(
      'menschen personen kinder frauen männer soldaten häuser brücken stellen fahrzeuge familien flugzeuge stimmen',
      '',
    ),
    ...each('tote todesopfer', 'deaths'),
    ...each('verletzte', 'injured'),
  },
  before: { ...each('starben getötet', 'deaths'), ...each('verletzt', 'injured') },
  links: ['der'],
  stops: words('und oder in der die das den dem mit für auf ein eine jahre jahren tage tagen stunden monate'),
  decimalComma: true,
};

/** Russian words of figures. */
export const figuresRu: FigureWords = {
  ...none,
  numbers: {
    два: 2,
    две: 2,
    три: 3,
    четыре: 4,
    пять: 5,
    шесть: 6,
    семь: 7,
    восемь: 8,
    девять: 9,
    десять: 10,
    двадцать: 20,
  },
  scales: {
    тысяч: 1_000,
    тысячи: 1_000,
    миллиона: 1_000_000,
    миллионов: 1_000_000,
    миллиарда: 1_000_000_000,
    миллиардов: 1_000_000_000,
  },
  percents: ['%', 'процента', 'процентов', 'процент'],
  currencies: { ...signs, рублей: 'RUB', рубля: 'RUB', долларов: 'USD', доллара: 'USD', евро: 'EUR' },
  counted: {
    ...each('человек человека детей женщин солдат домов дома моста мостов машин', ''),
    ...each('погибших', 'deaths'),
    ...each('раненых пострадавших', 'injured'),
  },
  before: { ...each('погибли погибло', 'deaths'), ...each('пострадали ранены', 'injured') },
  links: [],
  stops: words('и или в на с по из за лет дней часов года месяцев'),
  decimalComma: true,
};

/** Korean words of figures. */
export const figuresKo: FigureWords = {
  ...none,
  numbers: {},
  scales: { 만: 10_000, 억: 100_000_000, 조: 1_000_000_000_000 },
  percents: ['%', '퍼센트'],
  currencies: { ...signs, 원: 'KRW', 원을: 'KRW', 원의: 'KRW', 달러: 'USD', 달러를: 'USD', 유로: 'EUR' },
  counted: each('명 명이 명을 명의 명은 대 대를 대가 건 건이 건을 채 곳', ''),
  before: {},
  links: [],
  stops: words('년 월 일 시 분'),
};

/** Chinese words of figures: each character is a word. */
export const figuresZh: FigureWords = {
  ...none,
  numbers: {},
  scales: { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 },
  percents: ['%'],
  currencies: signs,
  counted: each('人 名 辆 架 座 艘 户', ''),
  before: {},
  links: [],
  stops: words('年 月 日 时 分 的 在 和'),
};
