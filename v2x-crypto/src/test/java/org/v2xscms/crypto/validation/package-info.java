@NullMarked
package org.v2xscms.crypto.validation;

import org.jspecify.annotations.NullMarked;
