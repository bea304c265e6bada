// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.lan;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/** Names and addresses under which people of the school ask for the pages, as certificates write them. */
final class LanNames {
    private static final String DIGITS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";

    /** Networks that never reach beyond a building (RFC 1918, RFC 3927), each an address and its mask. */
    private static final int[][] PRIVATE = {
        {10, 0, 0, 0, 255, 0, 0, 0},
        {172, 16, 0, 0, 255, 240, 0, 0},
        {192, 168, 0, 0, 255, 255, 0, 0},
        {169, 254, 0, 0, 255, 255, 0, 0},
        {127, 0, 0, 0, 255, 0, 0, 0},
    };

    private LanNames() {}

    static boolean isAddress(String name) {
        return name.matches(DIGITS);
    }

    /** What a certificate for these names lists. */
    static GeneralName[] of(List<String> names) {
        return names.stream()
                .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
    }

    /** What an authority may sign for: addresses of private networks, and these names. */
    static GeneralSubtree[] permitted(List<String> names) {
        List<GeneralSubtree> permitted = new ArrayList<>();
        for (int[] network : PRIVATE) {
            permitted.add(
                    new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes(network)))));
        }
        for (String name : names) {
            if (isAddress(name)) {
                if (!isPrivate(name)) {
                    permitted.add(
                            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, name + "/255.255.255.255")));
                }
            } else {
                permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, name)));
            }
        }
        // With a list of addresses alone any name would be permitted.
        permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, "gorizont.invalid")));
        return permitted.toArray(GeneralSubtree[]::new);
    }

    /** Whether the constraints of an authority admit all of these names. */
    static boolean covers(X509Certificate authority, List<String> names) {
        List<GeneralName> admitted = admitted(authority);
        return names.stream().allMatch(name -> admitted.stream().anyMatch(base -> covers(base, name)));
    }

    private static boolean covers(GeneralName base, String name) {
        if (isAddress(name)) {
            return base.getTagNo() == GeneralName.iPAddress
                    && inNetwork(ASN1OctetString.getInstance(base.getName()).getOctets(), octets(name));
        }
        String domain = base.getName().toString().toLowerCase(Locale.ROOT);
        return base.getTagNo() == GeneralName.dNSName && (name.equals(domain) || name.endsWith("." + domain));
    }

    private static boolean isPrivate(String address) {
        return Arrays.stream(PRIVATE).anyMatch(network -> inNetwork(bytes(network), octets(address)));
    }

    private static boolean inNetwork(byte[] network, int[] address) {
        if (network.length != 2 * address.length) {
            return false;
        }
        for (int i = 0; i < address.length; i++) {
            if ((address[i] & network[address.length + i] & 0xff) != (network[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static int[] octets(String address) {
        return Arrays.stream(address.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static List<GeneralName> admitted(X509Certificate authority) {
        return Optional.ofNullable(authority.getExtensionValue(Extension.nameConstraints.getId()))
                .map(value -> NameConstraints.getInstance(
                        ASN1OctetString.getInstance(value).getOctets()))
                .map(NameConstraints::getPermittedSubtrees)
                .map(subtrees ->
                        Arrays.stream(subtrees).map(GeneralSubtree::getBase).toList())
                .orElse(List.of());
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
