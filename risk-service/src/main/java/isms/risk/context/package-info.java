/**
 * Contexts of risk assessment (RSK-5; 6.1.2 a): corporate IT, industrial control systems, cloud, suppliers. Each chooses its
 * methodology, so that the same plant rates its control systems by safety and its office network by confidentiality.
 */
@NullMarked
package isms.risk.context;

import org.jspecify.annotations.NullMarked;
