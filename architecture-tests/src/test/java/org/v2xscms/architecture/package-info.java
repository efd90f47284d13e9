/** The module map and the rules of the code as tests over all modules' classes. */
@NullMarked
package org.v2xscms.architecture;

import org.jspecify.annotations.NullMarked;
