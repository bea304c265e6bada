// SPDX-License-Identifier: Apache-2.0
document.getElementById('print').addEventListener('click', () => window.print());
