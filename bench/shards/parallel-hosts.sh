parallel --sshloginfile ./hosts --workdir . --resume-failed --joblog shards.log \
  tanji batch catalogue.csv --factors factors --jobs 1 --shard {}/4 --resume -o shard-{}.ndjson --quiet ::: 1 2 3 4
tanji merge shard-*.ndjson -o records.ndjson
