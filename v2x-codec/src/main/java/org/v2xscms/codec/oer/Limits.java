package org.v2xscms.codec.oer;

/**
 * What a decoder is willing to spend on one input; each limit is checked before anything is allocated.
 *
 * @param maxOctets longest input accepted
 * @param maxElements elements of all SEQUENCE OF values of one input taken together
 * @param maxDepth constructed types (SEQUENCE, CHOICE, SEQUENCE OF) inside one another
 */
public record Limits(int maxOctets, int maxElements, int maxDepth) {

    /**
     * For messages, certificates and requests.
     *
     * <table>
     * <caption>where each number comes from</caption>
     * <tr><th></th><th>limit</th><th>most that real data at hand need</th><th>what the limit leaves room for</th></tr>
     * <tr><td>octets</td><td>1 MiB</td><td>3,561, a certificate chain file</td>
     *     <td>2,000 certificate requests of the 300 octets that a real one has, and their wrapping</td></tr>
     * <tr><td>elements</td><td>20,000</td><td>41, the European trust list</td>
     *     <td>ten in each of 2,000 requests; a real one has five</td></tr>
     * <tr><td>depth</td><td>60</td><td>16, a permission of a certificate in that list</td>
     *     <td>more than three times that: signed data inside signed data costs five for each layer</td></tr>
     * </table>
     *
     * <p>What stands in opaque octets, as payloads and evidence in reports do, is read by itself and counts anew.
     */
    public static final Limits MESSAGE = new Limits(1 << 20, 20_000, 60);

    /**
     * For revocation lists, trust lists and batch files. 64 MiB and 2,000,000 elements: a linkage CRL of 1,000,000 devices,
     * the size that the performance goals name, has 33 octets (two seeds of 16 and a preamble) and one element for each,
     * 33 MB in all; room is left for twice that. Depth as for messages: lists are no deeper.
     */
    public static final Limits FILE = new Limits(64 << 20, 2_000_000, 60);
}
