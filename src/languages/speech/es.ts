import type { NameWords, SpeechWords } from '../language.ts';
import { words } from '../language.ts';
import { noSpeechWords, otherForms, verbLines } from './verb-lines.ts';

/** Spanish words of saying. */
export const speechEs: SpeechWords = {
  ...noSpeechWords,
  verbs: verbLines(`
    decir say c: dijo dijeron dice dicen decía | dicho
    afirmar say c: afirmó afirmaron afirma afirman | afirmado
    asegurar claim c: aseguró aseguraron asegura aseguran | asegurado
    señalar say c: señaló señalaron señala señalan | señalado
    declarar say c: declaró declararon declara declaran | declarado
    explicar say c: explicó explicaron explica explican | explicado
    indicar say c: indicó indicaron indica indican | indicado
    manifestar say c: manifestó manifestaron manifiesta | manifestado
    añadir say c: añadió añadieron añade añaden | añadido
    agregar say c: agregó agregaron agrega agregan | agregado
    anunciar say co: anunció anunciaron anuncia anuncian | anunciado
    informar report c: informó informaron informa informan | informado
    comunicar say c: comunicó comunicaron comunica | comunicado
    reportar report c: reportó reportaron reporta reportan | reportado
    publicar report c: publicó publicaron | publicado
    advertir warn c: advirtió advirtieron advierte advierten | advertido
    alertar warn c: alertó alertaron alerta | alertado
    denunciar claim co: denunció denunciaron denuncia | denunciado
    negar deny co: negó negaron niega niegan | negado
    desmentir deny co: desmintió desmintieron desmiente | desmentido
    rechazar deny o: rechazó rechazaron rechaza rechazan | rechazado
    confirmar confirm co: confirmó confirmaron confirma confirman | confirmado
    reconocer confirm co: reconoció reconocieron reconoce reconocen | reconocido
    admitir confirm co: admitió admitieron admite admiten | admitido
    prometer promise co: prometió prometieron promete prometen | prometido
    amenazar threaten c: amenazó amenazaron amenaza
    insistir claim c: insistió insistieron insiste insisten | insistido
    sostener claim c: sostuvo sostuvieron sostiene sostienen | sostenido
    subrayar say co: subrayó subrayaron subraya | subrayado
    recalcar say c: recalcó recalcaron recalca | recalcado
    precisar say c: precisó precisaron precisa | precisado
    apuntar say c: apuntó apuntaron apunta | apuntado
    recordar say c: recordó recordaron recuerda | recordado
    comentar say c: comentó comentaron comenta | comentado
    escribir say c: escribió escribieron escribe | escrito
    pedir ask co: pidió pidieron pide piden | pedido
    exigir ask co: exigió exigieron exige exigen | exigido
    preguntar ask c: preguntó preguntaron pregunta
    responder say c: respondió respondieron responde | respondido
    contestar say c: contestó contestaron contesta
    concluir say c: concluyó concluyeron concluye
    relatar say c: relató relataron relata
    criticar say o: criticó criticaron critica
    condenar say o: condenó condenaron condena | condenado`),
  otherVerbs: otherForms(
    'fue fueron era eran será serán está están estaba estaban ha han había habían hay hubo tiene tienen tenía tuvo puede pueden podría podrían debe deben hizo hace hacen va van murió murieron llegó llegaron comenzó continuó sigue siguen quedó permitió causó dejó dejaron cerró abrió subió bajó',
  ),
  that: words('que'),
  questionWords: words('si cómo cuándo dónde quién qué'),
  accordingTo: ['según', 'de acuerdo con', 'a juicio de', 'en opinión de', 'conforme a'],
  endings: { plural: words('s') },
  small: { clauseStands: words('no sí') },
  negations: words('no nunca tampoco'),
  be: words('fue fueron es son era eran ser sido será serán'),
  have: words('ha han había habían habrá he hemos'),
  modals: words('puede pueden podría podrían debe deben'),
  definites: words('la el los las esta este esa ese su'),
  indefinites: words('un una'),
  determiners: words(
    'el la los las un una unos unas este esta estos estas ese esa aquel aquella algunos algunas varios varias otro otra otros dos tres cuatro del al',
  ),
  possessives: words('su sus mi mis nuestro nuestra nuestros'),
  subjects: words('él ella ellos ellas yo nosotros usted ustedes quien quienes'),
  objects: words('le les lo se me nos'),
  prepositions: words(
    'de del a al en por para con contra sobre tras desde hasta durante ante bajo entre hacia sin mediante',
  ),
  dropsSubject: true,
  genitives: words('de del'),
  coordinators: words('y e o u pero sino ni'),
  subordinators: words('porque aunque mientras cuando como pues donde'),
  relatives: words('quien quienes cuyo cuya que'),
  adverbsOfTime: words(
    'lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ),
  adverbsPlain: words('también además luego después ya todavía aún posteriormente finalmente'),
  media: words(
    'agencia periódico diario cadena televisión radio prensa medios revista efe reuters afp xinhua país mundo vanguardia',
  ),
  documents: words('informe comunicado nota estudio encuesta documento carta'),
  venues: words(
    'entrevista rueda conferencia comunicado discurso comparecencia mensaje carta tuit twitter facebook televisión radio reunión acto mitin sesión declaración nota programa intervención',
  ),
  occasions: words('rueda conferencia discurso comparecencia reunión acto mitin sesión'),
  venueLinks: words('en durante ante a'),
  roles: words(
    'presidente presidenta ministro ministra portavoz vocero vocera director directora jefe jefa alcalde alcaldesa gobernador gobernadora secretario secretaria líder senador senadora diputado diputada embajador embajadora juez jueza fiscal abogado abogada profesor profesora experto experta funcionario funcionaria general coronel doctor doctora consejero consejera canciller rey reina primer',
  ),
  titles: words('señor señora don doña sr sra dr dra presidente presidenta ministro ministra'),
  female: words('ella'),
  male: words('él'),
  plural: words('ellos ellas nosotros'),
  neuter: [],
};

export const namesEs: NameWords = {
  organisations: words(
    'ministerio gobierno partido universidad banco instituto consejo comisión tribunal agencia congreso senado policía ejército guardia empresa grupo asociación federación organización fundación oficina autoridad cruz onu ue',
  ),
  particles: words('de del la las los y e'),
  weak: words('y e los las la'),
  male: words(
    'josé juan luis carlos jorge miguel pedro pablo antonio manuel francisco fernando javier diego rafael andrés alberto mario sergio ricardo eduardo enrique roberto alejandro daniel david ángel ramón raúl óscar víctor hugo martín gabriel',
  ),
  female: words(
    'maría ana carmen rosa lucía pilar isabel laura marta elena cristina patricia sofía claudia gabriela paula andrea julia teresa mercedes beatriz silvia raquel alicia',
  ),
  maleTitles: words('señor don sr'),
  femaleTitles: words('señora doña sra'),
  placePrepositions: words('en cerca'),
  surnameFirst: [],
  organisationNouns: words('empresa compañía ministerio agencia gobierno'),
  companyNouns: words('empresa compañía agencia'),
};
