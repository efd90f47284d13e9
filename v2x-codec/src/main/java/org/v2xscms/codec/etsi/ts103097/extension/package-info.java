/** The types of the ASN.1 module EtsiTs103097ExtensionModule: what ETSI adds to the header of signed data. */
@NullMarked
package org.v2xscms.codec.etsi.ts103097.extension;

import org.jspecify.annotations.NullMarked;
