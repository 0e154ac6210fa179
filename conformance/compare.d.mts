export declare function differences(expected: object, answer: object): string[];
