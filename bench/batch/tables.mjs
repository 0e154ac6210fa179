import { median, medianRatio } from '../beside.mjs';
import { DUCKDB, POLARS, TANJI } from './contestants.mjs';
import { MEMORY_GOALS, SPEED_GOALS } from './goals.mjs';

/** @typedef {import('./measure.mjs').Use} Use */
/** @typedef {{ uses: Use[], result: string }} Figures  a counted round an entry; what became of its records */
/** @typedef {{ lines: number, bytes: number, figures: Map<string, Figures> }} Size  figures by the name of the contestant */
/** @typedef {{ lines: number, peaks: Map<number, number> }} Memory  MB by number of threads */

export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** @param {Size} size */
export function speedTable({ lines, bytes, figures }) {
  const rows = [...figures].map(([name, { uses, result }]) => {
    const walls = uses.map(({ wall }) => wall);
    const wall = median(walls);
    return [
      name, wall.toFixed(2), `${Math.min(...walls).toFixed(2)}–${Math.max(...walls).toFixed(2)}`, median(uses.map(({ cpu }) => cpu)).toFixed(2),
      Math.max(...uses.map(({ peak }) => peak)).toFixed(0), grouped(Math.round(lines / wall / 1000)), (bytes / wall / 1e6).toFixed(0), result,
    ];
  });
  return table([`${grouped(lines)} lines`, 'wall s', 'min–max', 'CPU s', 'peak MB', 'k lines/s', 'MB/s', 'results'], rows);
}

const judged = (value, holds, text) => `${value} (${holds ? 'met' : `missed: ${text}`})`;

/** tanji's wall time over each peer's: median of the ratios round by round. @param {Size[]} sizes */
export function ratioTable(sizes) {
  const rows = sizes.flatMap(({ lines, figures }) => [DUCKDB, POLARS].map((peer) => {
    const goal = SPEED_GOALS.find((one) => one.lines === lines && one.peer === peer);
    const wallsOf = ({ name }) => figures.get(name).uses.map(({ wall }) => wall);
    const ratios = TANJI.map((one) => medianRatio(wallsOf(one), wallsOf(peer)));
    // A goal is for the machine as it is, so with all cores.
    const verdict = goal === undefined ? '' : ratios.at(-1) <= goal.most ? 'met' : 'missed';
    return [grouped(lines), peer.name, goal === undefined ? '' : `≤ ${goal.text}`, ...ratios.map((ratio) => ratio.toFixed(2)), verdict];
  }));
  return table(['lines', 'beside', 'goal', ...TANJI.map(({ name }) => name), `goal, ${TANJI.at(-1).name}`], rows);
}

/** @param {Memory[]} memory @param {Size[]} sizes */
export function memoryTable(memory, sizes) {
  const rows = memory.map(({ lines, peaks }) => {
    const timed = sizes.find((size) => size.lines === lines);
    const peakOf = ({ name }) => (timed === undefined ? 'not run' : Math.max(...timed.figures.get(name).uses.map(({ peak }) => peak)).toFixed(0));
    return [
      grouped(lines),
      ...MEMORY_GOALS.map(({ jobs, below }) => judged(peaks.get(jobs).toFixed(0), peaks.get(jobs) < below, `< ${below}`)),
      peakOf(DUCKDB), peakOf(POLARS),
    ];
  });
  return table(['lines', ...MEMORY_GOALS.map(({ jobs, below }) => `tanji --jobs ${jobs} (< ${below})`), DUCKDB.name, POLARS.name], rows);
}
