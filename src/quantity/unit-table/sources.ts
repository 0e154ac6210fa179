export const SI = 'BIPM, The International System of Units (SI Brochure), 9th edition, 2019';

/** The order made 1 斤 (of 10 两) half a kilogram and left 15 亩 to the hectare. */
export const CHINA_1959 = '国务院《关于统一我国计量制度的命令》(1959): 1 斤 = 10 两 = 0.5 kg, 15 亩 = 1 ha';

/** 1 lb = 0.45359237 kg, 1 yd = 0.9144 m. */
export const YARD_AND_POUND = 'International yard and pound, Federal Register document 59-5442, 1 July 1959; NIST SP 811 appendix B';

export const NIST_SP_811 = 'NIST Special Publication 811, 2008 edition, appendix B';

/** 1 Btu/lb = 2.326 J/g, so 1 Btu = 2326 × 0.45359237 J; 1 kcal = 4.1868 kJ. */
export const STEAM_TABLE = 'Fifth International Conference on the Properties of Steam, London, 1956; NIST SP 811 appendix B';

export const COUNTED = 'counted: one of the thing that the line names';
