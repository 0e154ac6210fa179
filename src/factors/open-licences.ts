/** A licence that lets anyone pass the values on, with the text that says so. */
export interface OpenLicence {
  readonly id: string;
  readonly title: string;
  readonly source: string;
}

/** Licences under which a factor may be bundled (DESIGN section 5). */
export const OPEN_LICENCES: readonly OpenLicence[] = [
  {
    id: 'PRC-public-notice',
    title: 'Official notice of a Chinese authority, outside copyright (Copyright Law of the PRC, article 5)',
    source: 'http://ipr.mofcom.gov.cn/law/detail.shtml?id=1969',
  },
  {
    id: 'OGL-UK-3.0',
    title: 'Open Government Licence v3.0',
    source: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  {
    id: 'etalab-2.0',
    title: 'Licence Ouverte / Open Licence 2.0',
    source: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
  {
    id: 'US-public-domain',
    title: 'Work of the United States Government (17 U.S.C. § 105)',
    source: 'https://www.law.cornell.edu/uscode/text/17/105',
  },
  {
    id: 'CC0-1.0',
    title: 'Creative Commons Zero 1.0 Universal',
    source: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  {
    id: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    source: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    id: 'CC-BY-3.0',
    title: 'Creative Commons Attribution 3.0 Unported',
    source: 'https://creativecommons.org/licenses/by/3.0/',
  },
];

export const OPEN_LICENCE_IDS: readonly string[] = OPEN_LICENCES.map((licence) => licence.id);
