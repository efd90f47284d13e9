/**
 * Canonical Octet Encoding Rules (ITU-T X.696) as composable codecs over records and sealed interfaces: one definition
 * per ASN.1 type encodes, decodes and prints.
 */
@NullMarked
package org.v2xscms.codec.oer;

import org.jspecify.annotations.NullMarked;
