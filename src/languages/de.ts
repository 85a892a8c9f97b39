import { datesDe } from './dates/de.ts';
import { figuresDe } from './figures/de.ts';
import { furniture } from './furniture/de.ts';
import type { Language } from './language.ts';
import { words } from './language.ts';
import { namesDe, speechDe } from './speech/de.ts';

/** German. */
export const de: Language = {
  code: 'de',
  name: 'Deutsch',
  script: 'spaced',
  furniture,
  sentences: {
    abbreviations: words(
      'dr prof hr fr nr st str bzw ca evtl ggf inkl max min mio mrd rd sog usw vgl z b d h u a jan feb mär apr jun jul aug sep sept okt nov dez abs art gen gest geb allg dipl ing',
    ),
    openers: words(
      'Der Die Das Ein Eine Einen Einem Einer Im In Am An Auf Aus Bei Mit Nach Von Vor Zu Zum Zur Und Oder Aber Doch Auch Als Wenn Weil Da Dass Es Er Sie Wir Ich Man So Dies Diese Dieser Dieses Sein Seine Ihr Ihre Für Über Unter Um Bis Seit Während Laut Zudem Nun Noch Schon',
    ),
    ordinalPoint: true,
  },
  dates: datesDe,
  speech: speechDe,
  names: namesDe,
  figures: figuresDe,
};
