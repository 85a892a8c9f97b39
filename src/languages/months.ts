import { languages } from './languages.ts';

const furtherMonths: readonly string[] = [
  // Italian, Dutch, Swedish, Danish and Norwegian, Finnish
  'gennaio/gen febbraio/febbr marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/sett ottobre/ott novembre dicembre/dic',
  'januari februari maart/mrt april mei juni juli augustus september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar marts/mars april maj/mai juni juli august september oktober november december/desember',
  'tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu',
  // Czech, Slovak, Hungarian, Romanian, Slovenian, Estonian, Catalan
  'ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec',
  'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  'január február március április május június július augusztus szeptember október november december',
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  'januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra',
  'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  // Croatian and Serbian in Latin letters, Serbian, Bosnian, Bulgarian, Ukrainian
  'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada_hr studenoga prosinca',
  'januar/januara februar/februara mart/marta april/aprila maj/maja jun/juna jul/jula avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra',
  'јануар фебруар март април мај јун јул август септембар октобар новембар децембар',
  'януари февруари март април май юни юли август септември октомври ноември декември',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  // Malay, Filipino
  'januari februari mac april mei jun julai ogos september oktober november disember',
  'enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre',
  // Bengali, Tamil
  'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর',
];

/**
 * Months by every name and short name that any language here has for them, 1 to 12, lower case. Languages without a file of
 * their own are added at the foot, so that the date line of an Italian or Dutch page is read too.
 */
export const monthByName: ReadonlyMap<string, number> = new Map([...furtherNames(), ...namesOfLanguages()]);

function* namesOfLanguages(): Generator<readonly [string, number]> {
  for (const language of languages) {
    for (const [at, names] of (language.furniture?.months ?? []).entries()) {
      for (const name of names) yield [name.replace(/\.$/, ''), at + 1];
    }
  }
}

function* furtherNames(): Generator<readonly [string, number]> {
  for (const line of furtherMonths) {
    for (const [at, names] of line.split(' ').entries()) for (const name of names.split('/')) yield [name, at + 1];
  }
}
