import { type FigureWords, numberTable, phrases, words, wordTable } from '../language.ts';
import { moneySigns } from '../money.ts';

/** German words of figures. */
export const figuresDe: FigureWords = {
  numbers: numberTable(
    'ein eins 1; zwei zwo 2; drei 3; vier 4; fünf 5; sechs 6; sieben 7; acht 8; neun 9; zehn 10; elf 11; zwölf 12; dreizehn 13; vierzehn 14; fünfzehn 15; sechzehn 16; siebzehn 17; achtzehn 18; neunzehn 19; zwanzig 20; dreißig dreissig 30; vierzig 40; fünfzig 50; sechzig 60; siebzig 70; achtzig 80; neunzig 90; anderthalb eineinhalb 1.5',
  ),
  scales: numberTable(
    'hundert 100; tausend tsd 1000; million millionen mio 1000000; milliarde milliarden mrd 1000000000; billion billionen bio 1000000000000',
  ),
  bareScales: words('hundert tausend'),
  collectives: numberTable('dutzend 12'),
  ones: words('ein eine einer einem einen'),
  fractions: numberTable('halbe halben hälfte 0.5; viertel 0.25; drittel 0.3333'),
  shares: numberTable('hälfte 0.5; drittel 0.33333333; viertel 0.25; fünftel 0.2; zehntel 0.1'),
  halves: words('hälfte'),
  ranks: words('ersten zweiten ersten anderen letzten erste zweite andere'),
  conjunctions: words('und oder'),
  joiners: { hundreds: [], tens: [] },
  writtenAsOne: 'und',
  percents: ['%', 'prozent'],
  currencies: {
    ...moneySigns,
    ...wordTable(
      'dollar: dollar dollars us-dollar; EUR: euro euros; pound: pfund; yen: yen; won: won; yuan: yuan; ruble: rubel; rupee: rupien; franc: franken francs; peso: pesos; crown: krone kronen; lira: lira; dinar: dinar; dirham: dirham; rial: rial; BRL: real; PLN: zloty; HUF: forint; UAH: hrywnja griwna; BTC: bitcoin bitcoins',
    ),
  },
  moneyOf: wordTable(
    'US: us amerikanisch; CA: kanadisch; AU: australisch; NZ: neuseeländisch; HK: hongkong; SG: singapur; TW: taiwan; GB: britisch sterling; EG: ägyptisch; LB: libanesisch; SE: schwedisch; NO: norwegisch; DK: dänisch; CZ: tschechisch; IS: isländisch; CH: schweizer; XO: cfa; MX: mexikanisch; AR: argentinisch; CL: chilenisch; CO: kolumbianisch; PH: philippinisch; IN: indisch; PK: pakistanisch; RU: russisch; BY: belarussisch weißrussisch; JP: japanisch; CN: chinesisch; KR: südkoreanisch; TR: türkisch; KW: kuwaitisch; IQ: irakisch; RS: serbisch; MA: marokkanisch; IR: iranisch; SA: saudi',
  ),
  counted: wordTable(
    'deaths: tote toten todesopfer todesopfern todesfälle getötete; injured: verletzte verletzten verwundete verwundeten schwerverletzte leichtverletzte; missing: vermisste vermissten; arrested: festnahmen festgenommene; evacuated: evakuierte evakuierten; infected: infizierte infizierten neuinfektionen',
  ),
  single: [],
  units: wordTable(
    'km: km kilometer kilometern; mi: meilen; m: m meter metern; cm: cm zentimeter; mm: mm millimeter; g: g gramm; kg: kg kilo kilogramm; t: tonnen tonne; l: liter litern; bbl: barrel; ha: hektar ha; km2: quadratkilometer quadratkilometern; m2: quadratmeter quadratmetern; m3: kubikmeter kubikmetern; MW: megawatt mw; GW: gigawatt gw; kWh: kilowattstunden; km/h: km/h stundenkilometer stundenkilometern; degrees: grad °c; points: punkte punkten; %-points: prozentpunkte prozentpunkten',
  ),
  fates: wordTable(
    'deaths: starben getötet tötete töteten gestorben tot ums tote toten; injured: verletzt verletzte verletzten verwundet; hospitalised: krankenhaus; missing: vermisst vermissten vermisste; arrested: festgenommen verhaftet; evacuated: evakuiert; infected: infiziert',
  ),
  auxiliaries: words('wurden wurde worden werden sind waren schwer leicht noch dabei'),
  fateReach: 12,
  links: words('der des von'),
  sumLinks: words('an'),
  determiners: words('der die das den dem des ein eine einen einer eines seiner ihrer'),
  fillers: words('weitere weiteren andere anderen neue neuen'),
  stops: words(
    'und oder in der die das den dem des mit für auf ein eine einen einem einer von vom zu zum zur bei beim aus nach vor über unter durch gegen ohne um an am im ins als wie wenn weil dass dann aber sondern nicht mehr weniger ist sind war waren wird werden wurde wurden hat haben hatte hatten sei seien kann können soll sollen sich es sie er wir jahr jahre jahren tag tage tagen stunde stunden minute minuten sekunden monat monate monaten woche wochen mal bis seit während zwischen laut',
  ),
  verbEndings: words('ten'),
  nouns: { known: 'capital', plurals: [], others: [], adjectives: words('e en er') },
  uncounted: words(
    'mal male jahre jahren tage tagen stunden minuten sekunden monate monaten wochen seiten prozent uhr jahrzehnte jahrhunderte grad',
  ),
  labels: words(
    '§ nr nummer nummern seite seiten kapitel artikel paragraf paragraph absatz abschnitt straße bundesstraße linie flug phase klasse gruppe autobahn gleis tor raum zimmer stock band staffel folge gesetz halle platz stufe ziffer tor runde plan',
  ),
  bounds: {
    about: phrases('rund, etwa, ungefähr, circa, ca, knapp, fast, gegen, schätzungsweise, an die'),
    'at least': phrases('mindestens, wenigstens, zumindest, nicht weniger als'),
    'at most': phrases('bis zu, höchstens, maximal, nicht mehr als'),
    over: phrases('mehr als, über, gut, weit über'),
    under: phrases('weniger als, unter'),
  },
  boundsBehind: { 'at least': phrases('oder mehr'), 'at most': phrases('oder weniger'), about: [] },
  ranges: { openers: words('zwischen von'), links: words('und bis oder auf - –') },
  measures: words(
    'steigt steigen stieg stiegen gestiegen erhöht erhöhte erhöhten erhöhen sinkt sinken sank sanken gesunken fällt fallen fiel fielen gefallen wächst wachsen wuchs gewachsen klettert kletterte schrumpft schrumpfte schrumpfen senkt senkte gesenkt kostet kosten kostete kosteten beträgt betragen betrug betrugen erreicht erreichte liegt liegen lag lagen angehoben hebt anhebt reduziert gekürzt verringert verringerte zugenommen nahm nimmt ist sind war waren beläuft belief korrigiert',
  ),
  changes: words('anstieg rückgang erhöhung senkung zuwachs plus minus kürzung'),
  towards: words('auf um bei von'),
  quantities: words('zahl anzahl summe anteil menge bilanz quote mehrheit vorsprung'),
  decimalComma: true,
  spacedThousands: true,
};
