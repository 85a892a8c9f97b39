import { type FigureWords, numberTable, phrases, words, wordTable } from '../language.ts';
import { moneySigns } from '../money.ts';

/** Spanish words of figures. */
export const figuresEs: FigureWords = {
  numbers: numberTable(
    'dos 2; tres 3; cuatro 4; cinco 5; seis 6; siete 7; ocho 8; nueve 9; diez 10; once 11; doce 12; trece 13; catorce 14; quince 15; dieciséis 16; diecisiete 17; dieciocho 18; diecinueve 19; veinte 20; veintiuno veintiún veintiuna 21; veintidós 22; veintitrés 23; veinticuatro 24; veinticinco 25; veintiséis 26; veintisiete 27; veintiocho 28; veintinueve 29; treinta 30; cuarenta 40; cincuenta 50; sesenta 60; setenta 70; ochenta 80; noventa 90; cien ciento 100; doscientos doscientas 200; trescientos trescientas 300; cuatrocientos cuatrocientas 400; quinientos quinientas 500; seiscientos seiscientas 600; setecientos setecientas 700; ochocientos ochocientas 800; novecientos novecientas 900',
  ),
  scales: numberTable('mil 1000; millón millones mill mdd 1000000; billón billones 1000000000000'),
  bareScales: words('mil'),
  collectives: numberTable(
    'docena docenas 12; decena 10; quincena 15; veintena 20; treintena 30; cincuentena 50; centenar 100; millar 1000',
  ),
  ones: words('un una'),
  fractions: numberTable('medio media mitad 0.5; cuarto 0.25; tercio 0.3333'),
  shares: numberTable(
    'mitad 0.5; tercio tercios tercera 0.33333333; cuarto cuartos cuarta 0.25; quinto quintos quinta 0.2; décimo décima 0.1',
  ),
  halves: words('mitad'),
  ranks: words('primera segunda otra'),
  conjunctions: words('y e o u'),
  joiners: { hundreds: [], tens: words('y') },
  percents: ['%', 'por ciento'],
  currencies: {
    ...moneySigns,
    ...wordTable(
      'dollar: dólar dólares; EUR: euro euros; pound: libra libras; yen: yen yenes; won: wones; yuan: yuan yuanes; ruble: rublo rublos; rupee: rupias; franc: franco francos; peso: peso pesos; crown: corona coronas; lira: liras; dinar: dinares; dirham: dirhams; rial: riales; BRL: reales; PLN: eslotis; HUF: florines; UAH: grivnas; PEN: soles; BOB: bolivianos; VES: bolívares; PYG: guaraníes; GTQ: quetzales; HNL: lempiras; NIO: córdobas; CRC: colones; PAB: balboas; BTC: bitcóin bitcoins',
    ),
  },
  moneyOf: wordTable(
    'US: estadounidense americano; CA: canadiense; AU: australiano; NZ: neozelandés; HK: hongkon; SG: singapurense; TW: taiwan; GB: esterlina británica; EG: egipci; LB: libanes; SE: sueca; NO: noruega; DK: danesa; CZ: checa; IS: islandesa; CH: suizo; XO: cfa; MX: mexicano; AR: argentino; CL: chileno; CO: colombiano; PH: filipino; UY: uruguayo; DO: dominicano; CU: cubano; IN: india; PK: pakistan; RU: ruso; BY: bielorruso; JP: japon; CN: chino; KR: surcorean; TR: turca; KW: kuwait; IQ: iraqu; RS: serbio; MA: marroqu; IR: iran; SA: saud; QA: catar',
  ),
  counted: wordTable(
    'deaths: muertos muertas fallecidos fallecidas víctimas_mortales; injured: heridos heridas lesionados lesionadas; hospitalised: hospitalizados hospitalizadas ingresados ingresadas; missing: desaparecidos desaparecidas; arrested: detenidos detenidas; evacuated: evacuados evacuadas desplazados desplazadas; infected: contagiados infectados contagios',
  ),
  single: [],
  units: wordTable(
    'km: km kilómetro kilómetros; mi: millas; m: m metro metros; cm: cm centímetros; mm: mm milímetros; g: g gramos; kg: kg kilo kilos kilogramos; t: tonelada toneladas; l: litros; bbl: barriles; ha: hectárea hectáreas ha; km2: km2 kilómetros_cuadrados; m2: m2 metros_cuadrados; m3: metros_cúbicos; MW: mw megavatios; GW: gw gigavatios; km/h: km/h; degrees: grados °c; points: puntos',
  ),
  fates: wordTable(
    'deaths: cadáveres murieron mató muerto muertos fallecieron fallecido fallecidos murió mataron muertes matando dejó_muertos; injured: hirió heridos heridas resultaron_heridas hirieron lesionados; hospitalised: hospitalizados hospitalizadas ingresados; missing: desaparecidos desaparecieron; arrested: detenidos detuvo detuvieron arrestados; evacuated: evacuados evacuadas evacuaron evacuó desplazados; infected: contagiados infectados',
  ),
  auxiliaries: words('fueron han sido resultaron quedaron están siguen resultado ya también'),
  fateReach: 5,
  links: words('de del'),
  sumLinks: words('de en'),
  determiners: words('el la los las un una sus su'),
  fillers: words('más otros otras nuevos nuevas'),
  stops: words(
    'y e o u en de del que el la los las con por para se su sus un una al a ante bajo desde hasta tras sin sobre según entre durante contra hacia mediante excepto salvo menos no ni ya como cuando donde mientras aunque porque pero sino si es son fue fueron era eran ha han había habían será serán está están estaba están queda quedan siguen sigue año años día días hora horas minuto minutos mes meses semana semanas segundo segundos veces después antes entonces además les nos cual cuales quienes quien cuyo ellos ellas estos estas esos esas',
  ),
  verbEndings: words('aron ieron aban ían arán erán irán'),
  nouns: { known: 'plural-run', plurals: words('s'), others: words('gente'), adjectives: [] },
  uncounted: words(
    'veces lados maneras formas razones ocasiones años días horas minutos semanas meses décadas siglos segundos',
  ),
  labels: words(
    'número nº n.º núm página páginas capítulo artículo sección ruta vuelo línea nivel fase grupo carretera puerta sala piso volumen temporada episodio ley decreto habitación edad anexo planta',
  ),
  bounds: {
    about: phrases(
      'unos, unas, alrededor de, cerca de, aproximadamente, casi, en torno a, cerca del, alrededor del, en torno al',
    ),
    'at least': phrases('al menos, por lo menos, como mínimo, un mínimo de'),
    'at most': phrases('hasta, como máximo, un máximo de, no más de'),
    over: phrases('más de, por encima de, más del, por encima del'),
    under: phrases('menos de, por debajo de, menos del, por debajo del'),
  },
  boundsBehind: {
    'at least': phrases('o más, como mínimo, por lo menos'),
    'at most': phrases('o menos, como máximo'),
    about: phrases('aproximadamente'),
  },
  ranges: { openers: words('entre de desde'), links: words('y a hasta al o e - –') },
  measures: words(
    'pasando subiendo bajando sube suben subió subieron subido subir baja bajan bajó bajaron bajado aumenta aumentan aumentó aumentaron aumentado aumentar crece crecen creció crecieron crecido cae caen cayó cayeron caído asciende ascienden ascendió ascendieron eleva elevan elevó elevaron elevado reduce reducen redujo redujeron reducido cuesta cuestan costó costará costarán suma suman sumó sumaron alcanza alcanzan alcanzó alcanzaron alcanzado llega llegan llegó llegaron supera superan superó pasa pasan pasó pasaron sitúa situó disminuye disminuyó son es fue era fueron',
  ),
  changes: words('aumento alza subida caída descenso reducción incremento rebaja recorte'),
  towards: words('a al en hasta un de'),
  quantities: words('número cifra total cantidad balance saldo porcentaje proporción tasa mayoría ventaja'),
  decimalComma: 'either',
  spacedThousands: true,
};
