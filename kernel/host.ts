// What the lane asks of its host, once a word or for what is seldom. Places are offsets in the memory.

/** A factor's cell came for the first time. */
// @ts-ignore: decorator
@external('host', 'factor')
export declare function hostFactor(id: i32, start: usize, length: i32): void;

/** A unit's cell came for the first time. */
// @ts-ignore: decorator
@external('host', 'unit')
export declare function hostUnit(id: i32, start: usize, length: i32): void;

/** A factor and a unit came together for the first time: tells of their Pair and gives true, or false where the lane may not use it. */
// @ts-ignore: decorator
@external('host', 'pair')
export declare function hostPair(factor: i32, unit: i32): bool;

// @ts-ignore: decorator
@external('host', 'stage')
export declare function hostStage(start: usize, length: i32): i32;

// @ts-ignore: decorator
@external('host', 'data')
export declare function hostData(start: usize, length: i32): i32;

/** Whether |a × b × 10^-scale| is more than the same of another contribution. */
// @ts-ignore: decorator
@external('host', 'larger')
export declare function hostLarger(a: f64, b: f64, scale: i32, otherA: f64, otherB: f64, otherScale: i32): bool;

/** The declared unit of a product, a Text; 0 where the reference lane has to look at what is declared of it. */
// @ts-ignore: decorator
@external('host', 'unitOf')
export declare function hostUnitOf(start: usize, length: i32): usize;

/** Whether two cells name the same product, blanks of any kind around them apart. */
// @ts-ignore: decorator
@external('host', 'same')
export declare function hostSame(start: usize, length: i32, otherStart: usize, otherLength: i32): bool;

/** Whether a line without a product says nothing at all. */
// @ts-ignore: decorator
@external('host', 'blank')
export declare function hostBlank(start: usize, length: i32): bool;

/** Writes the quality member's value and gives its length. */
// @ts-ignore: decorator
@external('host', 'quality')
export declare function hostQuality(data: i32, gwp: i32, measured: bool, oldest: i32, newest: i32, at: usize): i32;
