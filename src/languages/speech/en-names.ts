import type { NameWords } from '../language.ts';
import { words } from '../language.ts';

/** English words that tell what a name is the name of. */
export const namesEn: NameWords = {
  organisations: words(
    `ministry department agency party university college institute institution council committee commission court bank corp corporation inc company co ltd llc plc group
    association federation union organization organisation congress parliament senate house assembly police force forces army navy guard office bureau board authority
    service services foundation fund center centre club team league network times post journal news press media church school hospital museum administration
    government cabinet campaign airlines airways airport motors industries systems technologies holdings partners capital securities society academy alliance front
    movement brigade tribunal treasury exchange nations coalition television tv radio telegraph guardian herald tribune gazette cnn bbc nbc abc cbs fox msnbc pbs npr reuters afp
    kremlin pentagon nato eu un fbi cia nsa air lines line logistics energy motors pharma pharmaceuticals foods labs laboratories ventures electronics semiconductor steel shipping`,
  ),
  particles: words('of de la le du van von der den bin ibn al el da dos del di y for and the'),
  weak: words('and the for'),
  male: words(
    `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george
    edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis
    jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan
    bryan joe billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley ben bill bob bernie ted tom tim jim
    mike marco mitt jeb chris rick rand al newt barack vladimir boris dmitry sergei ivan igor xi kim ahmed mohammed muhammad ali hassan hussein ibrahim omar yusuf
    carlos luis jorge miguel pedro pablo antonio manuel francisco fernando javier diego rafael hans karl wolfgang jürgen klaus pierre jean jacques françois emmanuel nicolas`,
  ),
  female: words(
    `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah
    stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet maria heather diane
    olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn
    abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori hillary carly
    ivanka melania kellyanne megyn ellen betsy chelsea huma nikki elena olga natalia irina tatiana svetlana fatima aisha leila layla carmen rosa lucia pilar ursula christiane ségolène`,
  ),
  honorifics: words('mr mrs ms dr miss'),
  joints: words('and'),
  owners: words('of'),
  joinedBodies: words('department ministry bureau office committee commission'),
  weekdays: words('monday tuesday wednesday thursday friday saturday sunday'),
  shortTitles: words('st jr lt gen'),
  generations: words('jr sr ii iii iv'),
  maleTitles: words('mr sir lord king prince father brother'),
  femaleTitles: words('mrs ms miss lady dame queen princess sister mother'),
  placeNouns: words(
    `gulf sea ocean bay river lake strait straits channel canal harbor harbour peninsula island islands isle mountains mountain valley desert plateau coast basin delta
    province prefecture county district region territory oblast governorate city town village borough township suburb neighborhood neighbourhood quarter
    street avenue road boulevard square bridge tunnel beach park forest falls springs heights hills creek pass border`,
  ),
  placeOpeners: words('lake mount mt cape port fort gulf'),
  placePrepositions: words('in near outside throughout across'),
  based: words('based area born'),
  regions: words(
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta',
  ),
  surnameFirst: words(
    `kim lee park yoon moon choi jung jeong kang cho jang lim han shin seo kwon hwang ahn song hong yang chung bae ryu roh ban
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo deng mao jiang wen tsai han ho
    nguyen tran le pham phan vo dang bui do truong`,
  ),
  organisationNouns: words(
    'company department ministry agency party university council committee commission court bank group association union firm newspaper paper network organization organisation league team club school museum foundation bureau board authority institute airline carrier retailer automaker carmaker manufacturer lender brokerage thrift utility chain corporation conglomerate startup watchdog regulator charity alliance tribunal broadcaster station daily magazine hospital federation parliament academy studio',
  ),
  companyNouns: words(
    'company bank group association agency firm newspaper paper network organization organisation league club foundation bureau institute airline carrier retailer automaker carmaker manufacturer lender brokerage thrift utility chain corporation conglomerate startup watchdog regulator charity alliance broadcaster station daily magazine studio',
  ),
  placeBodies: words(
    'ministry army navy parliament bank radio television tv agency center centre institute commission court',
  ),
};
