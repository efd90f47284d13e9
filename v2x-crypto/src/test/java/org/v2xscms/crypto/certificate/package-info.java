@NullMarked
package org.v2xscms.crypto.certificate;

import org.jspecify.annotations.NullMarked;
