sbatch --wait array.sbatch
tanji merge shard-*.ndjson -o records.ndjson
