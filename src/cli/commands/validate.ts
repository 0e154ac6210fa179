import { Option } from 'commander';
import type { Flags, Front } from './front.js';

export function addValidate({ texts, language, env, command, tell }: Front): void {
  command('validate', texts.validate)
    .argument('<file...>', texts.validateFiles)
    .addOption(new Option('--format <format>', texts.validateFormat).choices(['text', 'json']).default('text'))
    .action(async (files: string[], options: Flags & { format: 'text' | 'json' }) => {
      const { validate } = await import('../validate.js');
      await tell(await validate(files, { format: options.format, language, env, stream: process.stdout }), options);
    });
}
