@NullMarked
package org.v2xscms.codec.view;

import org.jspecify.annotations.NullMarked;
