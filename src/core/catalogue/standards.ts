/** The proposals that RESO ratified. */
export const RESO = 'https://github.com/RESOStandards/transport';

/** OData Common Schema Definition Language, XML. */
export const CSDL = 'https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html';

/** OData JSON Format. */
export const JSON_FORMAT =
  'https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html';

/** RESO Common Format. */
export const COMMON_FORMAT =
  'https://github.com/RESOStandards/transport/blob/main/proposals/reso-common-format.md';

/** The format of zip archives. */
export const ZIP = 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT';

/** Extensible Markup Language. */
export const XML = 'https://www.w3.org/TR/xml/';

/** OData, the protocol. */
export const PROTOCOL = 'https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html';
