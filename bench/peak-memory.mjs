// Preloaded into a measured process: writes its peak memory (kB) to the file that TANJI_BENCH_PEAK names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.TANJI_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
