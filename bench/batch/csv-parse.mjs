// node bench/batch/csv-parse.mjs BILL: csv-parse alone parses the bill and drops the records, in the fastest way found:
// no `data` event for each record, 1 MB a read.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const parser = parse();
parser.push = () => true;
createReadStream(process.argv[2], { highWaterMark: 1 << 20 }).pipe(parser);
