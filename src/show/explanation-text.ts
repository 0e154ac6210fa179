import { printable } from '../diagnostics/quote.js';
import { placeText } from '../diagnostics/place-text.js';
import { wordingOf, type Language, type Phrases } from '../diagnostics/wording.js';
import type { AssemblyNode, ContributionNode, Explanation, Operand, StageNode } from '../report/explanation.js';
import { alignedLines } from './columns.js';
import { DerivationLines } from './derivation-lines.js';
import { itemIn, LONGEST_NAME, nameIn } from './figures.js';
import { formulaRows } from './formula-rows.js';
import type { Palette } from './palette.js';

/** A line of a tree with what hangs below it; `formula` lines stand under it without branches. */
export interface Branch {
  readonly title: string;
  readonly formula: readonly string[];
  readonly branches: readonly Branch[];
}

/** The tree of an explanation, every digit shown: stages, contributions and, under each, its formula line by line. */
export function explanationText(explanation: Explanation, language: Language, palette: Palette): string {
  const { phrases } = wordingOf(language);
  const { result, beyond_boundary, assemblies, picked, reference_flow } = explanation;
  const derivations = new DerivationLines(language, palette);
  const trees: Branch[] = [{
    title: palette.strong(`${printable(nameIn(explanation.product.names, language), LONGEST_NAME)}${phrases.colon}${result.value} ${perUnit(explanation, language)}`),
    formula: [],
    branches: result.children.map((stage) => stageBranch(stage, phrases, palette, derivations)),
  }];
  if (beyond_boundary !== undefined) trees.push(stageBranch(beyond_boundary, phrases, palette, derivations));
  for (const assembly of assemblies) trees.push(assemblyBranch(assembly, phrases, palette));
  if (reference_flow !== undefined) trees.push(derivations.branch(reference_flow));
  const head = picked === undefined ? '' : `${palette.strong(`${phrases['heading.line']} ${picked.line}${phrases.colon}${picked.value} kg CO2e`)}\n`;
  return `${head}${trees.map((tree) => treeLines(tree).join('\n')).join('\n\n')}\n`;
}

function perUnit({ unit }: Explanation, language: Language): string {
  const per = wordingOf(language).phrases.kg_co2e_per;
  const blank = per.endsWith('/') ? '' : ' ';
  return `${per}${blank}${unit.amount} ${printable(unit.unit)}`;
}

function stageBranch({ stage, value, percent, children }: StageNode, phrases: Phrases, palette: Palette, derivations: DerivationLines): Branch {
  const share = percent === undefined ? '' : ` (${percent} %)`;
  return {
    title: `${palette.strong(phrases[`stage.${stage}`])}${phrases.colon}${value} kg CO2e${share}`,
    formula: [],
    branches: children.map((child) => contributionBranch(child, phrases, palette, derivations)),
  };
}

function contributionBranch(contribution: ContributionNode, phrases: Phrases, palette: Palette, derivations: DerivationLines): Branch {
  const { component, value, children, derivation } = contribution;
  const home = component === '' ? '' : ` (${printable(component)})`;
  return {
    title: `${printable(itemIn(contribution, derivations.language))}${home}${phrases.colon}${value} kg CO2e`,
    formula: formulaLines(children, `${value} kg CO2e`, phrases, palette),
    branches: derivation === undefined ? [] : [derivations.branch(derivation)],
  };
}

function assemblyBranch({ name, value, children }: AssemblyNode, phrases: Phrases, palette: Palette): Branch {
  return {
    title: `${palette.strong(`${phrases['step.assembly']} ${printable(name)}`)}${phrases.colon}${value}`,
    formula: [],
    branches: children.map((use) => ({
      title: palette.place(placeText(use.place)),
      formula: formulaLines(use.children, undefined, phrases, palette),
      branches: [],
    })),
  };
}

function formulaLines(operands: readonly Operand[], result: string | undefined, phrases: Phrases, palette: Palette): string[] {
  const rows = formulaRows(operands, phrases);
  if (result !== undefined) rows.push(['=', result, '', '']);
  const factorRow = operands.findIndex(({ kind }) => kind === 'factor');
  return alignedLines(rows, ['left', 'left', 'left', 'left'], (text, row, column) => {
    if (column === 3 && (factorRow < 0 || row < factorRow)) return palette.place(text);
    return column === 2 || column === 3 ? palette.dim(text) : text;
  });
}

function treeLines({ title, formula, branches }: Branch): string[] {
  const lines = [title];
  const stem = branches.length > 0 ? '│  ' : '   ';
  for (const line of formula) lines.push(`${stem}${line}`);
  for (const [index, branch] of branches.entries()) {
    const last = index === branches.length - 1;
    const [first = '', ...rest] = treeLines(branch);
    lines.push(`${last ? '└─ ' : '├─ '}${first}`);
    for (const line of rest) lines.push(`${last ? '   ' : '│  '}${line}`);
  }
  return lines;
}
