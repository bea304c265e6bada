@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Removes the program's own folders by name, and nothing else: a person may have unpacked it among other files.
setlocal
chcp 65001 >nul
if not defined GORIZONT_DATA set "GORIZONT_DATA=%LOCALAPPDATA%\Gorizont"
echo Программа будет удалена, данные школы останутся: "%GORIZONT_DATA%"
echo The program will be removed, the data of the school stays.
pause
call "%~dp0gorizont.cmd" stop >nul 2>&1
reg delete "HKCU\Software\Microsoft\Windows\CurrentVersion\Run" /v Gorizont /f >nul 2>&1
rd /s /q "%~dp0runtime"
rd /s /q "%~dp0lib"
echo Удалено. Эту папку теперь можно удалить. / Removed. This folder can be deleted now.
pause
