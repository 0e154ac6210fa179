// Preloaded into every node process of a measured run: each appends its CPU time (s) and peak memory (MB) to the file that
// TANJI_BENCH_USAGE names. CommonJS, because preloading a module of the other kind adds to the start-up that is measured.
const { appendFileSync, readFileSync } = process.getBuiltinModule('node:fs');
const { isMainThread } = process.getBuiltinModule('node:worker_threads');

/** On Linux a process inherits maxRSS from the one that started it; the peak in /proc is its own. */
function peakKilobytes() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

// A worker's use is part of its process's.
if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const use = { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: peakKilobytes() / 1000 };
    appendFileSync(process.env.TANJI_BENCH_USAGE, `${JSON.stringify(use)}\n`);
  });
}
