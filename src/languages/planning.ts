/**
 * Words that say that something is planned, held or put off, by language, in lower case and in the forms news texts use. They
 * stand in every plan, so they do not tell one plan from another. Data only; the logic is in `stories/`.
 */
export const planningWords: Readonly<Record<string, string>> = {
  en: `plan plans planned planning schedule scheduled set expected will would could should said says have been that this with
    from into window date dates time times take takes taken taking place hold held holding begin begins began start starts
    started open opens opened make made makes move moved moves moving postpone postponed delay delayed delays cancel
    cancelled put pushed push brought bring forward back later earlier new next first second third last year month week
    today tomorrow announced announce told notify notified notice another between after before until their there they which
    being about initially press ahead attempt attempts`,
  es: `plan planes previsto prevista prevé fecha fechas ventana para entre desde hasta será serán tendrá lugar nuevo nueva
    aplazó aplazado aplazada anunció anunciado dijo después antes semana mes año hoy mañana primera primer segundo`,
  de: `plan pläne geplant termin termine frist zwischen nach vor bis soll sollen wird werden wurde verschoben neue neuer
    woche monat jahr heute morgen erste zweite`,
  fr: `plan prévu prévue date dates entre depuis après avant jusqu sera seront nouveau nouvelle reporté reportée annoncé
    semaine mois année demain premier première`,
};

/** Words after which a word is a verb, not a thing: "to launch", "was moved". Lower case. */
export const wordsBeforeVerbs: Readonly<Record<string, string>> = {
  en: `to will would shall should may might can could must cannot is are was were be been being has have had not who it they he
    she we`,
  es: 'ha han había será serán puede pueden se no que',
  fr: 'sera seront peut peuvent ont avait ne qui',
};

/** Words in two parts that say that a plan was dropped, beside the single ones of a language's dates. */
export const calledOff: Readonly<Record<string, readonly string[]>> = {
  en: ['called off', 'calls off', 'call off', 'calling off'],
};
