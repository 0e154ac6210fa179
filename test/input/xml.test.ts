import { describe, expect, it } from 'vitest';
import { DEEPEST, isXmlFault, readXml, xmlTree, type XmlElement } from '../../src/input/xml.js';

function tree(text: string): XmlElement {
  const read = xmlTree(text);
  if (isXmlFault(read)) throw new Error(read.detail);
  return read;
}

describe('xmlTree', () => {
  it('gives elements, attributes and text by namespace, whatever the prefixes', () => {
    const root = tree(
      '<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><p:a xmlns:p="urn:one" xmlns="urn:two" x="1" p:x="2" xml:lang="zh">'
      + 'one<b y="&lt;&#x4E2D;&#20013;&quot;"/>two<![CDATA[<three> & ]]><?pi?></p:a>',
    );
    expect([root.name, root.namespace, root.text]).toEqual(['a', 'urn:one', 'onetwo<three> & ']);
    expect([...root.attributes].filter(([name]) => !name.includes('xmlns'))).toEqual([['x', '1'], ['{urn:one}x', '2'], ['xml:lang', 'zh']]);
    expect(root.children).toMatchObject([{ name: 'b', namespace: 'urn:two', children: [], text: '' }]);
    expect(root.children[0]?.attributes.get('y')).toBe('<中中"');
  });

  it('has names that objects have too as plain data', () => {
    const root = tree('<__proto__ __proto__="1" constructor="2"><toString/></__proto__>');
    expect([root.name, [...root.attributes], root.children[0]?.name]).toEqual(
      ['__proto__', [['__proto__', '1'], ['constructor', '2']], 'toString'],
    );
  });

  it.each([
    ['an entity of a document type', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', /document type/],
    ['an external document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', /document type/],
    ['an entity that XML does not have', '<a>&nbsp;</a>', /undefined entity/],
    ['an entity named like a property', '<a>&constructor;</a>', /undefined entity/],
    ['a tag that is not closed', '<a><b></a>', /unexpected close tag|unclosed/i],
    ['the end too soon', '<a>', /unclosed/],
    ['nothing', '', /root element/],
    ['text alone', 'bill', /./],
    ['two roots', '<a/><b/>', /./],
    ['an attribute twice', '<a x="1" x="2"/>', /duplicate/],
    ['an attribute twice by namespace', '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', /duplicate/],
    ['an unbound prefix', '<p:a/>', /unbound/],
    ['a control character', '<a>\u0001</a>', /disallowed/],
    ['an attribute without quotation marks', '<a x=1/>', /./],
  ])('refuses %s', (_, text, detail) => {
    expect(xmlTree(text)).toMatchObject({ detail: expect.stringMatching(detail) as string });
  });

  it('tells where', () => {
    // The undefined entity ends in the third line with its semicolon, the sixth character.
    expect(xmlTree('<a>\n<b/>\n&bad; </a>')).toMatchObject({ line: 3, column: 5 });
  });

  it('bounds the depth', () => {
    const deep = (levels: number): string => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    expect(tree(deep(DEEPEST)).name).toBe('a');
    expect(xmlTree(deep(DEEPEST + 1))).toMatchObject({ detail: `elements nest deeper than ${String(DEEPEST)}` });
    expect(isXmlFault(xmlTree('<a>'.repeat(1_000_000)))).toBe(true);
  });
});

describe('readXml', () => {
  it('stops where it is told to, and checks nothing beyond', () => {
    const opened: string[] = [];
    const fault = readXml('<a><b/><c/><d></broken', {
      open: (name) => {
        opened.push(name);
        return name === 'c' ? 'stop' : undefined;
      },
    });
    expect([fault, opened]).toEqual([undefined, ['a', 'b', 'c']]);
  });

  it('lets a fault of its handlers through', () => {
    expect(() => readXml('<a/>', { open: () => { throw new RangeError('mine'); } })).toThrow('mine');
  });
});
