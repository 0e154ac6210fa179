/** A fenced block of a Markdown page. */
export interface Fence {
  /** The words after the opening fence. */
  readonly info: string;
  readonly lines: readonly string[];
  /** 1-based line of the first line inside. */
  readonly line: number;
}

export function fencesOf(page: string): Fence[] {
  const fences: Fence[] = [];
  let open: { info: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of page.split('\n').entries()) {
    if (open !== undefined && line === '```') {
      fences.push(open);
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (line.startsWith('```')) open = { info: line.slice(3).trim(), lines: [], line: index + 2 };
  }
  if (open !== undefined) throw new Error(`the fence above line ${open.line} is not closed`);
  return fences;
}

/** A command of a `console` block with the output that follows it. */
export interface Run {
  readonly command: string;
  readonly output: readonly string[];
}

export function runsOf({ lines }: Fence): Run[] {
  const runs: { command: string; output: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ ')) runs.push({ command: line.slice(2), output: [] });
    else if (runs.length > 0) runs.at(-1)?.output.push(line);
    else throw new Error(`output before the first command: ${line}`);
  }
  return runs;
}

/** Whether the lines are those expected, where a line `...` stands for any number of lines left out. */
export function matches(expected: readonly string[], lines: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return lines.length === 0;
  if (first !== '...') return lines[0] === first && matches(rest, lines.slice(1));
  return lines.some((_, from) => matches(rest, lines.slice(from))) || matches(rest, []);
}

/** The words of a command line; single and double quotation marks keep blanks together. */
export function wordsIn(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2] ?? word[3] ?? '');
}
