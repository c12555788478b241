import { ConfigurationError } from '../core/errors.js';

/**
 * A file that is no EDMX at all: empty, JSON, HTML, not XML, or with another root element. EDMX that is malformed is
 * no such error but a finding.
 */
export class NotEdmxError extends ConfigurationError {}
