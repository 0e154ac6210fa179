/** How many of a factor's unit one of a bill's unit is, as far as the drawn bills need it. The reference has its own. */
export const UNIT_SIZES = [
  { given: 'kg', per: 'kg', size: '1' },
  { given: 'g', per: 'kg', size: '0.001' },
  { given: 't', per: 'kg', size: '1000' },
  { given: 't', per: 't', size: '1' },
  { given: 'kg', per: 't', size: '0.001' },
  { given: 'kWh', per: 'kWh', size: '1' },
  { given: 'MWh', per: 'kWh', size: '1000' },
  { given: 'MJ', per: 'MJ', size: '1' },
  { given: 'kWh', per: 'MJ', size: '3.6' },
  { given: 'MWh', per: 'MJ', size: '3600' },
  { given: 'piece', per: 'piece', size: '1' },
];

export const STAGES = ['raw_materials', 'manufacturing', 'distribution', 'use', 'end_of_life'];
