import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** Polish: the words around a text. */
export const furniture: FurnitureWords = {
  months: monthNames(`stycznia/styczeń/sty, lutego/luty/lut, marca/marzec/mar, kwietnia/kwiecień/kwi, maja/maj,
    czerwca/czerwiec/cze, lipca/lipiec/lip, sierpnia/sierpień/sie, września/wrzesień/wrz,
    października/październik/paź, listopada/listopad/lis, grudnia/grudzień/gru`),
  by: phrases(`autor, autorzy, autorka, opracował, opracowała, tekst, napisał, napisała, oprac, rozmawiał, rozmawiała,
    przez, red`),
  role: phrases(`dziennikarz, dziennikarka, reporter, korespondent, redaktor, redaktor naczelny, publicysta, publicystka,
    redaktorka`),
  nobody:
    phrases(`redakcja, admin, administrator, red, redaktor, zespół, zespół redakcyjny, redakcja online, dziennikarz,
    informacja prasowa, biuro prasowe, opr, materiał prasowy`),
  source: phrases('źródło'),
  editor: phrases('redakcja, edycja, korekta, redaktor prowadzący'),
  more: phrases(`czytaj więcej, więcej, czytaj dalej, zobacz więcej, szczegóły, czytaj całość, pokaż więcej,
    zobacz wszystkie, rozwiń`),
  also: phrases(`czytaj także, czytaj też, przeczytaj także, przeczytaj też, przeczytaj również, czytaj również,
    zobacz także, zobacz też, zobacz również, czytaj więcej, polecamy, sprawdź, dowiedz się więcej,
    następny artykuł, poprzedni artykuł`),
  lists: phrases(`czytaj także, czytaj też, zobacz także, zobacz też, przeczytaj także, powiązane, powiązane artykuły,
    podobne artykuły, najczęściej czytane, najpopularniejsze, popularne, polecane, polecamy,
    ostatnie wiadomości, najnowsze, najnowsze wiadomości, najnowsze artykuły, wiadomości, inne artykuły,
    więcej na temat, więcej z, to może cię zainteresować, warto przeczytać, zobacz również,
    przeczytaj również, na topie, nie przegap, aktualności, ostatnio dodane, ostatnie wpisy, najważniejsze,
    w tym temacie, hity dnia`),
  published: phrases('opublikowano, data publikacji, publikacja, dodano, utworzono, data, dodany, data dodania'),
  updated: phrases(
    `aktualizacja, zaktualizowano, ostatnia aktualizacja, zmodyfikowano, ostatnia zmiana, data aktualizacji`,
  ),
  photo: phrases('fot, foto, zdjęcie, zdjęcia, fotografia, źródło zdjęcia, grafika, wideo, fot., ilustracja'),
  agencies: phrases('agencje, agencja, agencje prasowe'),
  contributed: phrases('na podstawie, we współpracy z, za'),
  republished: phrases('pierwotnie opublikowano, przedruk z, artykuł ukazał się'),
  tools: phrases(
    `udostępnij, udostępnij na facebooku, skomentuj, komentarze, skopiuj link, kopiuj link, drukuj, drukuj artykuł, wydrukuj, poleć znajomemu, wyślij, wyślij znajomemu, zapisz, posłuchaj, lubię to, reklama, dalszy ciąg materiału pod wideo, dalsza część artykułu pod wideo, dalsza część tekstu pod wideo, dalszy ciąg artykułu pod materiałem wideo, materiał sponsorowany, wielkość tekstu, wróć, powrót, do góry, zgłoś błąd`,
  ),
  rights: phrases(
    `wszelkie prawa zastrzeżone, wszystkie prawa zastrzeżone, kopiowanie zabronione, kopiowanie bez zgody, przedruk zabroniony`,
  ),
  calls: phrases(
    `obserwuj nas, śledź nas, polub nas, dołącz do nas, zapisz się, zapisz się do, zapisz się na, subskrybuj, pobierz aplikację, pobierz naszą, bądź na bieżąco, chcesz być na bieżąco, masz ciekawy temat, napisz do nas, widzisz błąd, zauważyłeś błąd, znalazłeś błąd, jeśli zauważyłeś, załóż konto, zarejestruj się, utwórz konto`,
  ),
  paywall: phrases(
    `tylko dla prenumeratorów, tylko dla subskrybentów, dla subskrybentów, aby czytać dalej, czytaj dalej w prenumeracie, masz już prenumeratę, wykup dostęp, kup dostęp, dalsza część dostępna, to jest materiał dla, artykuł dostępny w subskrypcji`,
  ),
  comments: phrases(`komentarze, komentarzy, komentarz, dodaj komentarz, zostaw komentarz, napisz komentarz`),
  tags: phrases('tagi, tematy, słowa kluczowe, kategorie, etykiety'),
  actions: phrases(
    `zaloguj się, zarejestruj się, subskrybuj, prenumeruj, pobierz aplikację, obserwuj nas, kontakt, o nas, zapisz się`,
  ),
  ownPages: phrases(
    `polityka prywatności, polityką prywatności, regulamin serwisu, pliki cookies, cookies, deklaracja dostępności, newsletter, podcasty, podcast`,
  ),
  ages: phrases(
    `# min temu, # minutę temu, # minuty temu, # minut temu, # godz. temu, # godzinę temu, # godziny temu, # godzin temu, # dni temu, # tydzień temu, # tygodnie temu, # min czytania`,
  ),
  organisations: phrases(
    `redakcja, agencja, gazeta, wiadomości, uniwersytet, ministerstwo, fundacja, stowarzyszenie, instytut`,
  ),
  missing: phrases(
    'nie znaleziono strony, strona nie istnieje, strona nie została znaleziona, szukana strona, brak dostępu',
  ),
};
