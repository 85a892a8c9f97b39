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
};
