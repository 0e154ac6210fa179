import { nearest } from '../diagnostics/candidates.js';
import type { ProblemArguments } from '../diagnostics/codes.js';
import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { Bom, BomLine } from '../input/bom-line.js';

const SUB_PRODUCT = 'bom:';
/** How many products a problem lists. */
const MOST_LISTED = 20;

/** Deeper rows are grouped under their ancestor at this depth: a path grows with every level, a bill of 10,000 levels by 10,000. */
export const COMPONENT_DEPTH = 50;

/** A product, or a row with children. Quantities of its lines are per one of it. */
export interface GraphNode {
  readonly kind: 'product' | 'assembly';
  /** The product's id, or the row's item. */
  readonly name: string;
  /** The product it belongs to; itself for a product. */
  readonly product: string;
  /** The items of the rows above its lines, joined by `/`; '' for a product. */
  readonly path: string;
  readonly members: Member[];
}

/** A line in its node, and the node that stands for it where it is no leaf. */
export interface Member {
  readonly line: BomLine;
  child?: number;
}

export interface ProductGraph {
  readonly nodes: readonly GraphNode[];
  /** Nodes the root needs, each after every node that uses it; the root first. */
  readonly order: readonly number[];
  readonly root: number;
}

/** The sub-product a line refers to (`bom:PRODUCT`), if any. */
export function subProductOf(line: BomLine): string | undefined {
  return line.factor?.startsWith(SUB_PRODUCT) === true ? line.factor.slice(SUB_PRODUCT.length).trim() : undefined;
}

/** The products of a bill that no other uses. */
export function topProducts({ lines }: Bom): string[] {
  const used = new Set(lines.map(subProductOf));
  return [...new Set(lines.map(({ product }) => product))].filter((product) => !used.has(product));
}

/** The sub-products that a product of a bill takes, and those that they take. */
export function subProductsOf({ lines }: Bom, product: string): ReadonlySet<string> {
  const taken = new Map<string, Set<string>>();
  for (const line of lines) {
    const wanted = subProductOf(line);
    if (wanted !== undefined) taken.set(line.product, (taken.get(line.product) ?? new Set()).add(wanted));
  }
  const all = new Set(taken.get(product));
  for (const each of all) for (const wanted of taken.get(each) ?? []) all.add(wanted);
  return all;
}

/** Products and rows with children as a graph without cycles, or undefined with the reasons among the findings. */
export function productGraph(bom: Bom, wantedRoot: string | undefined, findings: Findings): ProductGraph | undefined {
  const nodes: GraphNode[] = [];
  const products = plantTrees(bom, nodes, findings);
  linkSubProducts(bom, nodes, products, findings);
  if (topologicalOrder(nodes, [...products.values()]) === undefined) reportCycle(bom, nodes, products, findings);
  if (findings.unusable) return undefined;
  const root = chooseRoot(bom, products, wantedRoot, findings);
  const order = root === undefined ? undefined : topologicalOrder(nodes, [root]);
  return root === undefined || order === undefined ? undefined : { nodes, order, root };
}

/** Lines of a level column become a tree a product; all other lines hang at their product. */
function plantTrees(bom: Bom, nodes: GraphNode[], findings: Findings): Map<string, number> {
  const products = new Map<string, number>();
  const open = new Map<number, Member[]>();
  for (const line of bom.lines) {
    let product = products.get(line.product);
    if (product === undefined) {
      product = nodes.push({ kind: 'product', name: line.product, product: line.product, path: '', members: [] }) - 1;
      products.set(line.product, product);
    }
    const member: Member = { line };
    if (line.level === undefined) {
      nodes[product]?.members.push(member);
      continue;
    }
    const ancestors = open.get(product) ?? [];
    open.set(product, ancestors);
    ancestors.length = Math.min(ancestors.length, line.level - 1);
    const parent = ancestors[line.level - 2];
    if (parent === undefined) nodes[product]?.members.push(member);
    else nodes[assemblyOf(parent, nodes, ancestors, bom, findings)]?.members.push(member);
    ancestors.push(member);
  }
  return products;
}

/** The node of a row that turns out to have children. */
function assemblyOf(row: Member, nodes: GraphNode[], ancestors: readonly Member[], bom: Bom, findings: Findings): number {
  if (row.child !== undefined) return row.child;
  const { line } = row;
  if (line.factor !== undefined || line.supplier !== undefined) {
    const column = line.factor === undefined ? 'factor_value' : 'factor';
    findings.add(problem('assembly-with-factor', { item: line.item }, bom.spot(line, column)));
  }
  const depth = line.level ?? 1;
  const above = nodes[ancestors[depth - 2]?.child ?? -1]?.path ?? '';
  const path = depth > COMPONENT_DEPTH ? above : above === '' ? line.item : `${above}/${line.item}`;
  row.child = nodes.push({ kind: 'assembly', name: line.item, product: line.product, path, members: [] }) - 1;
  return row.child;
}

function linkSubProducts(bom: Bom, nodes: readonly GraphNode[], products: ReadonlyMap<string, number>, findings: Findings): void {
  for (const node of nodes) {
    for (const member of node.members) {
      const wanted = subProductOf(member.line);
      if (wanted === undefined || member.child !== undefined) continue;
      const target = products.get(wanted);
      if (target === undefined) {
        findings.add(problem('product-not-found', unknownProduct(wanted, products), bom.spot(member.line, 'factor')));
        continue;
      }
      member.child = target;
    }
  }
}

function unknownProduct(product: string, products: ReadonlyMap<string, number>): ProblemArguments['product-not-found'] {
  return { product, candidates: nearest(product, products.keys()), held: [...products.keys()].slice(0, MOST_LISTED) };
}

function chooseRoot(
  bom: Bom,
  products: ReadonlyMap<string, number>,
  wanted: string | undefined,
  findings: Findings,
): number | undefined {
  const wholeFile = { input: bom.input.name, line: 0, column: 0 };
  const named = !(products.size === 1 && products.has(''));
  if (wanted !== undefined && named) {
    const root = products.get(wanted);
    if (root === undefined) {
      findings.add(problem('product-not-found', unknownProduct(wanted, products), wholeFile));
    }
    return root;
  }
  const roots = topProducts(bom);
  if (roots.length === 1) return products.get(roots[0] ?? '');
  findings.add(problem('root-unclear', { candidates: roots.slice(0, MOST_LISTED) }, wholeFile));
  return undefined;
}

/** Kahn's algorithm over what the starts reach; undefined where a cycle keeps it from ending. */
function topologicalOrder(nodes: readonly GraphNode[], starts: readonly number[]): number[] | undefined {
  const users = new Map<number, number>(starts.map((start) => [start, 0]));
  const reached = [...starts];
  for (let next = 0; next < reached.length; next += 1) {
    for (const child of childrenOf(nodes, reached[next])) {
      const known = users.get(child);
      if (known === undefined) reached.push(child);
      users.set(child, (known ?? 0) + 1);
    }
  }
  const order = starts.filter((start) => users.get(start) === 0);
  for (let next = 0; next < order.length; next += 1) {
    for (const child of childrenOf(nodes, order[next])) {
      const left = (users.get(child) ?? 0) - 1;
      users.set(child, left);
      if (left === 0) order.push(child);
    }
  }
  return order.length === reached.length ? order : undefined;
}

function* childrenOf(nodes: readonly GraphNode[], node: number | undefined): Generator<number> {
  if (node === undefined) return;
  for (const member of nodes[node]?.members ?? []) if (member.child !== undefined) yield member.child;
}

/** Names the products of one cycle, in order, at the line that closes it. */
function reportCycle(
  bom: Bom,
  nodes: readonly GraphNode[],
  products: ReadonlyMap<string, number>,
  findings: Findings,
): void {
  const productNodes = new Set(products.values());
  const done = new Set<number>();
  for (const start of products.values()) {
    const path: { node: number; next: number }[] = [{ node: start, next: 0 }];
    const onPath = new Set<number>([start]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const member = nodes[top.node]?.members[top.next];
      top.next += 1;
      if (member === undefined) {
        done.add(top.node);
        onPath.delete(top.node);
        path.pop();
      } else if (member.child !== undefined && onPath.has(member.child)) {
        const from = path.findIndex((step) => step.node === member.child);
        const names = path.slice(from).filter((step) => productNodes.has(step.node)).map((step) => nodes[step.node]?.name ?? '');
        findings.add(problem('bom-cycle', { path: [...names, names[0] ?? ''] }, bom.spot(member.line, 'factor')));
        return;
      } else if (member.child !== undefined && !done.has(member.child)) {
        path.push({ node: member.child, next: 0 });
        onPath.add(member.child);
      }
    }
  }
}
