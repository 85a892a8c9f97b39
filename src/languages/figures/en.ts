import { type FigureWords, numberTable, phrases, words, wordTable } from '../language.ts';
import { moneySigns } from '../money.ts';

const people =
  'people persons men women children civilians soldiers troops passengers students residents workers employees voters migrants refugees police officers protesters victims survivors members patients jobs families homes houses buildings vehicles cars aircraft planes jets ships boats missiles rockets drones warheads tanks shots bodies cases votes seats units schools hospitals villages countries companies branches households flights trains buses prisoners hostages detainees suspects arrests delegates lawmakers doctors nurses teachers farmers pupils cattle pigs';

/** English words of figures. */
export const figuresEn: FigureWords = {
  numbers: numberTable(
    'one 1; two 2; three 3; four 4; five 5; six 6; seven 7; eight 8; nine 9; ten 10; eleven 11; twelve 12; thirteen 13; fourteen 14; fifteen 15; sixteen 16; seventeen 17; eighteen 18; nineteen 19; twenty 20; thirty 30; forty 40; fifty 50; sixty 60; seventy 70; eighty 80; ninety 90',
  ),
  scales: numberTable(
    'hundred 100; thousand 1000; million mn mln m 1000000; billion bn bln b 1000000000; trillion tn trn 1000000000000; k 1000',
  ),
  bareScales: [],
  collectives: numberTable('dozen 12; score 20'),
  ones: words('a'),
  fractions: numberTable('half 0.5; quarter 0.25; third 0.3333'),
  shares: numberTable('half 0.5; third thirds 0.33333333; quarter quarters 0.25; fifth fifths 0.2; tenth tenths 0.1'),
  halves: words('half'),
  ranks: words('first second third fourth last other latter former next'),
  conjunctions: words('and or'),
  joiners: { hundreds: words('and'), tens: [] },
  percents: ['%', 'percent', 'pct', 'per cent'],
  currencies: {
    ...moneySigns,
    ...wordTable(
      'dollar: dollar dollars; EUR: euro euros; pound: pounds; yen: yen; won: won; yuan: yuan renminbi; ruble: rubles roubles ruble rouble; rupee: rupees rupee; franc: francs franc; peso: pesos peso; crown: crowns crown kronor kroner krona krone koruna korunas; lira: lira liras; dinar: dinars dinar; dirham: dirhams dirham; rial: rials riyals rial riyal; shilling: shillings; som: tenge; lei: lei; manat: manat; BRL: reais real; PLN: zloty zlotys; HUF: forints forint; UAH: hryvnia hryvnias; THB: baht; VND: dong; IDR: rupiah; MYR: ringgit; ILS: shekels shekel; ZAR: rand; NGN: naira; GEL: lari; BGN: lev leva; PEN: soles; KZT: tenge; BDT: taka; GHS: cedis; ETB: birr; BTC: bitcoin bitcoins',
    ),
  },
  moneyOf: wordTable(
    'US: american u.s. us; CA: canadian; AU: australian; NZ: new_zealand; HK: hong_kong; SG: singapore; TW: taiwan; GB: british sterling; EG: egyptian; LB: lebanese; SY: syrian; SE: swedish; NO: norwegian; DK: danish; CZ: czech; IS: icelandic; CH: swiss; XO: cfa; MX: mexican; AR: argentine; CL: chilean; CO: colombian; PH: philippine; UY: uruguayan; IN: indian; PK: pakistani; LK: sri_lankan; NP: nepalese; RU: russian; BY: belarusian; JP: japanese; CN: chinese; KR: korean south_korean; KP: north_korean; TR: turkish; KW: kuwaiti; IQ: iraqi; RS: serbian; AE: emirati uae; MA: moroccan; IR: iranian; SA: saudi; QA: qatari; OM: omani; KE: kenyan; UG: ugandan; TZ: tanzanian; RO: romanian; AZ: azerbaijani',
  ),
  counted: {
    ...Object.fromEntries(words(people).map((word) => [word, ''])),
    ...wordTable(
      'deaths: dead deaths fatalities; injured: injured wounded injuries hurt; hospitalised: hospitalized hospitalised; missing: missing; arrested: arrested detained; evacuated: evacuated displaced evacuees; infected: infected infections',
    ),
  },
  single: words(
    'person man woman child soldier worker passenger resident driver boy girl dead killed died injured wounded hurt missing',
  ),
  units: wordTable(
    'km: km kilometers kilometres kilometer kilometre; mi: miles mile; m: m meters metres meter metre; cm: cm centimeters centimetres; mm: mm millimeters millimetres; ft: feet foot; inch: inches inch; g: g grams gram; kg: kg kilograms kilogram kilos; t: tons tonnes ton tonne; lb: lbs lb; l: liters litres liter litre; bbl: barrels; ha: hectares hectare; acre: acres acre; km2: square_kilometers square_kilometres; mi2: square_miles; m2: square_meters square_metres; m3: cubic_meters cubic_metres; W: watts; kW: kilowatts kilowatt; MW: megawatts megawatt; GW: gigawatts gigawatt; kWh: kilowatt-hours; km/h: kph km/h; mph: mph; degrees: degrees °c °f; points: points',
  ),
  fates: wordTable(
    'deaths: killing killed kills kill deaths dead died toll claimed; injured: injuring injured injures wounding wounded hurt hurting; hospitalised: hospitalized hospitalised; missing: missing; arrested: arrested detained arresting detaining; evacuated: evacuated displaced evacuating displacing; infected: infected infecting',
  ),
  auxiliaries: words(
    'were was are is have had has been being also reportedly confirmed feared still now left others other of them',
  ),
  fateReach: 5,
  links: words('of'),
  sumLinks: words('in of'),
  determiners: words('the a an its his her their all our this that these those'),
  fillers: words('more other others additional further new extra'),
  stops: words(
    'and or in on at to by from for with when after before who that which were was are is be been have had has will would could should may might can did do does years year days day hours hour minutes minute seconds months month weeks week percent said say says as but a an the of if than then while during since until into over under between against around through about because so not no also more less fewer last next ago old away left came went took made gave told got saw fell rose ran began held met won lost each per there here this these those it they he she we you i its their his her our up down out off back now only just even still left worth among across along near inside outside onto upon without within throughout toward towards despite plus minus them us me him',
  ),
  verbEndings: words('ed'),
  nouns: {
    known: 'plural',
    plurals: words('s'),
    others: words(
      'people men women children police aircraft spacecraft personnel staff troops cattle sheep fish livestock offspring series species crew dead wounded injured missing teeth feet geese mice oxen criteria data media poultry deer salmon trout tuna swine firemen policemen fishermen businessmen servicemen congressmen congresswomen gunmen militiamen lawmakers salespeople craftsmen workmen clergymen statesmen',
    ),
    adjectives: [],
  },
  uncounted: words(
    'times ways sides things reasons occasions others years days hours minutes months weeks decades centuries seconds more sources',
  ),
  labels: words(
    'no no. nos number numbers page pages chapter article section route flight room line level phase class grade group channel highway interstate apartment apt article volume version season episode game round act figure table apollo channel pier gate track terminal unit ward district precinct paragraph clause bill resolution proposition amendment top aged age under-',
  ),
  bounds: {
    about: phrases(
      'about, around, roughly, approximately, some, nearly, almost, an estimated, close to, up to about, more or less, near',
    ),
    'at least': phrases('at least, no fewer than, no less than, not less than, a minimum of, minimum of'),
    'at most': phrases('up to, at most, no more than, not more than, as many as, a maximum of, maximum of, as much as'),
    over: phrases('more than, over, above, upwards of, well over, greater than, in excess of, exceeding'),
    under: phrases('fewer than, less than, under, below, just under, short of'),
  },
  boundsBehind: {
    'at least': phrases('or more, or so more, and more'),
    'at most': phrases('or fewer, or less'),
    about: phrases('or so'),
  },
  ranges: { openers: words('between from'), links: words('and to or - – —') },
  measures: words(
    'rise rises rose risen rising fall falls fell fallen falling drop drops dropped dropping grow grows grew grown growing climb climbs climbed climbing jump jumps jumped surge surged surges soared soar soars increase increased increases increasing decrease decreased decreases decline declined declines cut cuts raise raises raised lower lowered lowers reduced reduces reduce slip slipped slid slumped shrank shrunk shrinks doubled cost costs costing total totals totaled totalled reach reaches reached reaching hit hits stand stands stood pass passes passed exceeds exceeded went goes revised put puts is was are were remains remained averages averaged expand expanded expands widened widens narrowed narrows shrink',
  ),
  changes: words('rise increase drop fall decline cut decrease jump surge reduction growth gain raise'),
  towards: words('to at from by'),
  quantities: words('number numbers toll count tally total amount share rate proportion percentage majority lead'),
};
