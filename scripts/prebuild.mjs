// What the sources import and is made from others: validators of schemas, and the kernel of the plain lane.
await import('./compile-schemas.mjs');
await import('./compile-kernel.mjs');
