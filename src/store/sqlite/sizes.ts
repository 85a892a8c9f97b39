/** How far the indexes go for one search before they leave the rest to reading, and how common words are kept. */
export interface SearchSizes {
  /** Articles whose common words are kept together as bits: a multiple of 32, the same for all that open the file. */
  readonly blockSize: number;
  /** Articles whose places are compared for one phrase or nearness, the newest: about twenty milliseconds. */
  readonly placesMax: number;
  /** Times that common words with one beginning stand in an article, up to which the index is asked for all that begin so. */
  readonly beginningsMax: number;
  /** Places of words that weighing by BM25 may go through: about twenty milliseconds. */
  readonly weighedMax: number;
  /** Stories with enough sources up to which their articles are looked up. */
  readonly storiesMax: number;
  /** Speakers whose names hold a word that are looked up. */
  readonly speakersMax: number;
}

/** Those of a desk: at a million articles a search stays within its aim by them. */
export const searchSizes: SearchSizes = {
  blockSize: 32_768,
  placesMax: 100_000,
  beginningsMax: 100_000,
  weighedMax: 250_000,
  storiesMax: 2_000,
  speakersMax: 500,
};
