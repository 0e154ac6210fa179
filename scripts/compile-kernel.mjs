// Compiles kernel/*.ts (AssemblyScript) into WebAssembly, as text in a module under src/generated: one file less to find at run time.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const from = join(root, 'kernel');
const to = join(root, 'src', 'generated');
const FLAGS = ['--runtime', 'stub', '--optimizeLevel', '3', '--converge', '--noAssert', '--enable', 'simd'];

const sources = readdirSync(from).filter((file) => file.endsWith('.ts')).sort();
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const digest = createHash('sha256').update(JSON.stringify([
  FLAGS, lock.packages['node_modules/assemblyscript'].version, lock.packages['node_modules/binaryen'].version,
  ...sources.map((file) => readFileSync(join(from, file), 'utf8')),
])).digest('hex');
const module = join(to, 'plain-kernel.js');

/** Compiling takes seconds: what was made from the same sources stays. */
function isCurrent() {
  try {
    return readFileSync(module, 'utf8').startsWith(`// ${digest}\n`);
  } catch {
    return false;
  }
}

if (!isCurrent()) {
  const { default: asc } = await import('assemblyscript/asc');
  let binary;
  const { error, stderr } = await asc.main(['lane.ts', '--baseDir', from, '--outFile', 'lane.wasm', ...FLAGS], {
    writeFile: (name, contents) => { if (name === 'lane.wasm') binary = contents; },
  });
  if (error !== null || binary === undefined) throw new Error(`the kernel does not compile\n${stderr.toString()}`, { cause: error });
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'plain-kernel.d.ts'), '/** WebAssembly in base64. */\ndeclare const kernel: string;\nexport default kernel;\n');
  writeFileSync(module, `// ${digest}\nexport default '${Buffer.from(binary).toString('base64')}';\n`);
}
