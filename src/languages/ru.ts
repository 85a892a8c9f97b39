import { datesRu } from './dates/ru.ts';
import { figuresRu } from './figures/ru.ts';
import { furniture } from './furniture/ru.ts';
import type { Language } from './language.ts';
import { words } from './language.ts';
import { namesRu, speechRu } from './speech/ru.ts';

/** Russian. */
export const ru: Language = {
  code: 'ru',
  name: 'Русский',
  script: 'spaced',
  furniture,
  sentences: {
    abbreviations: words(
      'г гг ул д кв стр рис им т е п тыс млн млрд трлн руб коп см напр проф акад янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек в вв н э св ст',
    ),
    openers: words(
      'В На С По Из За О Об От До При Для Он Она Они Оно Мы Вы Я Это Этот Эта Эти И А Но Или Если Когда Как Что По Также Кроме После Перед Однако Его Её Их Ранее',
    ),
  },
  dates: datesRu,
  speech: speechRu,
  names: namesRu,
  figures: figuresRu,
};
