@echo off
rem SPDX-License-Identifier: Apache-2.0
setlocal
chcp 65001 >nul
reg delete "HKCU\Software\Microsoft\Windows\CurrentVersion\Run" /v Gorizont /f >nul 2>&1
echo Узел не будет запускаться при входе в систему. / The node will not start at logon.
pause
