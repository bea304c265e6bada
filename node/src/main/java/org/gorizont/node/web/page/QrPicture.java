// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as one path of an SVG picture.
 *
 * @param size of the picture, in modules
 * @param path that is filled
 */
public record QrPicture(int size, String path) {
    /** Modules that stay white around it. */
    private static final int QUIET = 4;

    public static QrPicture of(String text) {
        BitMatrix code;
        try {
            code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
        } catch (WriterException e) {
            throw new IllegalStateException("a text of " + text.length() + " letters fits into a QR code", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.getWidth(), path.toString());
    }
}
