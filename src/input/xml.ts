import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Elements nest no deeper in any file tanji reads. */
export const DEEPEST = 200;

/**
 * An element's attributes: by local name where they have no namespace, `xml:lang` and its like under that name, any
 * other as `{namespace}local`.
 */
export type XmlAttributes = ReadonlyMap<string, string>;

/** What a reader wants to hear, in document order. Text comes in one piece or several; CDATA is text. */
export interface XmlHandlers {
  /** `stop` ends the reading: what follows is neither read nor checked. */
  open?(name: string, attributes: XmlAttributes, namespace: string): 'stop' | undefined;
  text?(text: string): void;
  close?(name: string, namespace: string): void;
}

/** Why a text is not taken as XML, and where: line and column count from 1. */
export interface XmlFault {
  readonly line: number;
  readonly column: number;
  /** The parser's own words, in English. */
  readonly detail: string;
}

/** One element with all below it; `text` is its own text, joined, not trimmed. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/**
 * Reads well-formed XML 1.0 with namespaces from its start to its end. A document type declaration is refused, so
 * that no entity but the five of XML itself exists and nothing outside the text is fetched. Gives the first fault,
 * undefined where there is none.
 */
export function readXml(text: string, handlers: XmlHandlers): XmlFault | undefined {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  const refuse = (detail: string): never => {
    throw new Refusal({ line: parser.line, column: parser.column, detail });
  };
  parser.on('error', ({ message }) => refuse(message.replace(/^\d+:\d+: /u, '')));
  parser.on('doctype', () => refuse('a document type declaration is not taken'));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) refuse(`elements nest deeper than ${String(DEEPEST)}`);
    if (handlers.open?.(tag.local, attributesOf(tag), tag.uri) === 'stop') throw new Stop();
  });
  parser.on('text', (piece) => { if (depth > 0) handlers.text?.(piece); });
  parser.on('cdata', (piece) => handlers.text?.(piece));
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(tag.local, tag.uri);
  });
  try {
    parser.write(text).close();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Stop) return undefined;
    if (thrown instanceof Refusal) return thrown.fault;
    throw thrown;
  }
}

/** The whole document as a tree, its root element. */
export function xmlTree(text: string): XmlElement | XmlFault {
  interface Growing { name: string; namespace: string; attributes: XmlAttributes; children: Growing[]; text: string }
  const document: Growing = { name: '', namespace: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  const fault = readXml(text, {
    open: (name, attributes, namespace) => {
      const element = { name, namespace, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
      return undefined;
    },
    text: (piece) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += piece;
    },
    close: () => { open.pop(); },
  });
  return fault ?? document.children[0] ?? { line: 1, column: 1, detail: 'document must contain a root element.' };
}

export function isXmlFault(read: XmlElement | XmlFault): read is XmlFault {
  return 'detail' in read;
}

class Stop extends Error {}

class Refusal extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.detail);
  }
}

function attributesOf({ attributes }: SaxesTagNS): XmlAttributes {
  const map = new Map<string, string>();
  for (const { prefix, local, uri, value } of Object.values(attributes)) {
    map.set(uri === '' ? local : prefix === 'xml' ? `xml:${local}` : `{${uri}}${local}`, value);
  }
  return map;
}
