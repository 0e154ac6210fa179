import type { XmlHandlers } from '../xml.js';
import { plainText } from './cell-text.js';

/** Reads sharedStrings.xml: the texts that cells name by their index. Phonetic guides beside a text are no part of it. */
export class SharedStrings {
  readonly #texts: string[] = [];
  #text = '';
  #inText = false;
  #inGuide = false;

  readonly handlers: XmlHandlers = {
    open: (name) => {
      if (name === 'si') this.#text = '';
      if (name === 'rPh') this.#inGuide = true;
      this.#inText = name === 't' && !this.#inGuide;
      return undefined;
    },
    text: (piece) => {
      if (this.#inText) this.#text += piece;
    },
    close: (name) => {
      if (name === 'rPh') this.#inGuide = false;
      if (name === 'si') this.#texts.push(plainText(this.#text));
      this.#inText = false;
    },
  };

  text(index: string): string | undefined {
    return /^\d{1,9}$/u.test(index) ? this.#texts[Number(index)] : undefined;
  }
}
